package io.berth.testing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Checks all stored rows with its own SQL and without Berth's code. No findings means that the
 * binding rules hold, that no foreign key is broken, and that the interface positions of every host
 * count from 0.
 */
public final class RuleChecker {
  private static final String REFERENCES_OF_H2 =
      "select lower(k.constraint_name), k.table_name, k.column_name, u.table_name, u.column_name"
          + " from information_schema.key_column_usage k"
          + " join information_schema.referential_constraints r"
          + " on r.constraint_schema = k.constraint_schema"
          + " and r.constraint_name = k.constraint_name"
          + " join information_schema.key_column_usage u"
          + " on u.constraint_schema = r.unique_constraint_schema"
          + " and u.constraint_name = r.unique_constraint_name"
          + " and u.ordinal_position = k.position_in_unique_constraint"
          + " where k.table_schema = schema() order by 1, k.ordinal_position";
  private static final String REFERENCES_OF_MYSQL =
      "select lower(constraint_name), table_name, column_name, referenced_table_name,"
          + " referenced_column_name from information_schema.key_column_usage"
          + " where table_schema = schema() and referenced_table_name is not null"
          + " order by 1, ordinal_position";

  private RuleChecker() {}

  /** A stored binding with the hosts of its service, its port and its interface. */
  public record Row(
      UUID id,
      UUID service,
      UUID host,
      UUID serviceHost,
      UUID port,
      UUID portHost,
      UUID iface,
      UUID ifaceHost) {

    boolean isInterface() {
      return port == null;
    }

    boolean overlaps(Row other) {
      return iface == null || other.iface == null || iface.equals(other.iface);
    }

    boolean isSamePort(Row other) {
      return port != null && port.equals(other.port);
    }
  }

  /** All broken rules among the stored rows. */
  public static List<String> findings() {
    List<String> findings = new ArrayList<>(violations(stored()));
    findings.addAll(orphans());
    findings.addAll(misplacedInterfaces());
    return findings;
  }

  /** The repeated service positions on each of these hosts. */
  public static List<String> repeatedPositions(Collection<TestHost> hosts) {
    return hosts.stream()
        .flatMap(
            host ->
                Sql.rows(
                        "select position from service where host_id = ? group by position"
                            + " having count(*) > 1",
                        UUID.fromString(host.id()))
                    .stream()
                    .map(row -> "position " + row.get(0) + " is repeated on host " + host.id()))
        .toList();
  }

  private static List<Row> stored() {
    return Sql.rows(
            "select b.id, b.service_id, b.host_id, s.host_id, b.port_id, p.host_id,"
                + " b.interface_id, i.host_id from binding b"
                + " left join service s on s.id = b.service_id"
                + " left join port p on p.id = b.port_id"
                + " left join interface i on i.id = b.interface_id")
        .stream()
        .map(RuleChecker::row)
        .toList();
  }

  private static Row row(List<Object> c) {
    return new Row(
        (UUID) c.get(0),
        (UUID) c.get(1),
        (UUID) c.get(2),
        (UUID) c.get(3),
        (UUID) c.get(4),
        (UUID) c.get(5),
        (UUID) c.get(6),
        (UUID) c.get(7));
  }

  /** The violations of the five binding rules among these bindings. */
  public static List<String> violations(Collection<Row> bindings) {
    List<String> findings = new ArrayList<>();
    for (Row one : bindings) {
      if (crossesHosts(one)) {
        findings.add("rule 4: " + one);
      }
    }
    Map<UUID, List<Row>> byHost = bindings.stream().collect(Collectors.groupingBy(Row::host));
    for (List<Row> onHost : byHost.values()) {
      for (int i = 0; i < onHost.size(); i++) {
        for (int j = i + 1; j < onHost.size(); j++) {
          String rule = brokenRule(onHost.get(i), onHost.get(j));
          if (rule != null) {
            findings.add(rule + ": " + onHost.get(i) + " and " + onHost.get(j));
          }
        }
      }
    }
    return findings;
  }

  private static boolean crossesHosts(Row one) {
    return !one.host.equals(one.serviceHost)
        || (one.port != null && !one.host.equals(one.portHost))
        || (one.iface != null && !one.host.equals(one.ifaceHost));
  }

  private static String brokenRule(Row one, Row other) {
    if (!one.service.equals(other.service)) {
      return one.isSamePort(other) && one.overlaps(other) ? "rule 5" : null;
    }
    if (Objects.equals(one.port, other.port) && Objects.equals(one.iface, other.iface)) {
      return "rule 2";
    }
    if (one.isSamePort(other)) {
      return one.iface == null || other.iface == null ? "rule 1" : null;
    }
    return one.isInterface() != other.isInterface() && one.overlaps(other) ? "rule 3" : null;
  }

  /** The foreign keys with rows that refer to no row. */
  public static List<String> orphans() {
    List<String> findings = new ArrayList<>();
    references()
        .forEach(
            (name, columns) -> {
              long orphans = Sql.number(orphansOf(columns));
              if (orphans > 0) {
                findings.add(orphans + " orphans of " + name);
              }
            });
    return findings;
  }

  /** The columns of every foreign key: child table and column, parent table and column. */
  public static Map<String, List<List<Object>>> references() {
    return Sql.rows(SharedBerth.database().isMySql() ? REFERENCES_OF_MYSQL : REFERENCES_OF_H2)
        .stream()
        .collect(Collectors.groupingBy(row -> row.get(0).toString()));
  }

  private static String orphansOf(List<List<Object>> columns) {
    String join =
        columns.stream()
            .map(c -> "parent." + c.get(4) + " = child." + c.get(2))
            .collect(Collectors.joining(" and "));
    String notNull =
        columns.stream()
            .map(c -> "child." + c.get(2) + " is not null")
            .collect(Collectors.joining(" and "));
    List<Object> first = columns.get(0);
    return "select count(*) from %s child where %s and not exists (select 1 from %s parent where %s)"
        .formatted(first.get(1), notNull, first.get(3), join);
  }

  private static List<String> misplacedInterfaces() {
    return Sql.rows(
            "select host_id, count(*), count(distinct position), max(position) from interface"
                + " group by host_id having count(distinct position) <> count(*)"
                + " or max(position) <> count(*) - 1")
        .stream()
        .map(row -> "interfaces out of place: " + row)
        .toList();
  }
}
