package io.berth.services;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A reference implementation of the binding rules that checks every binding and every pair. It uses
 * none of Berth's code, so that it can serve as a test oracle.
 */
public final class ReferenceRules {
  private ReferenceRules() {}

  /**
   * A stored binding of a service on a host. Without a port it is an Interface binding; without an
   * interface it is a port on all interfaces. {@code portHost} and {@code ifaceHost} are the hosts
   * to which port and interface belong.
   */
  public record Row(
      String service,
      String host,
      String port,
      String portHost,
      String iface,
      String ifaceHost,
      String network) {}

  /** The violations among the bindings of any number of hosts; empty if the rules hold. */
  public static List<String> violations(List<Row> rows) {
    List<String> violations = new ArrayList<>();
    for (Row row : rows) {
      checkOne(row, violations);
    }
    for (int i = 0; i < rows.size(); i++) {
      for (int j = i + 1; j < rows.size(); j++) {
        checkTwo(rows.get(i), rows.get(j), violations);
      }
    }
    return violations;
  }

  private static void checkOne(Row row, List<String> violations) {
    if (row.port == null && row.iface == null) {
      violations.add("binds nothing: " + row);
    }
    if (row.port != null && !row.host.equals(row.portHost)) {
      violations.add("rule 4, the port is another host's: " + row);
    }
    if (row.iface != null && !row.host.equals(row.ifaceHost)) {
      violations.add("rule 4, the interface is another host's: " + row);
    }
  }

  private static void checkTwo(Row one, Row other, List<String> violations) {
    boolean sameHost = one.host.equals(other.host);
    if (sameHost && !one.network.equals(other.network)) {
      violations.add("one host in two networks: " + one + " and " + other);
    }
    if (one.service.equals(other.service)) {
      if (!sameHost) {
        violations.add("rule 4, one service on two hosts: " + one + " and " + other);
      }
      checkOneService(one, other, violations);
    } else if (sameHost && samePort(one, other) && overlap(one, other)) {
      violations.add("rule 5, two services claim the port: " + one + " and " + other);
    }
  }

  private static void checkOneService(Row one, Row other, List<String> violations) {
    boolean sameInterface = Objects.equals(one.iface, other.iface);
    if (samePort(one, other) && !sameInterface && (one.iface == null || other.iface == null)) {
      violations.add("rule 1, on all interfaces and on one: " + one + " and " + other);
    }
    if (Objects.equals(one.port, other.port) && sameInterface) {
      violations.add("rule 2, twice the same: " + one + " and " + other);
    }
    boolean differentTypes = (one.port == null) != (other.port == null);
    if (differentTypes && overlap(one, other)) {
      violations.add("rule 3, an interface against a port on it: " + one + " and " + other);
    }
  }

  private static boolean samePort(Row one, Row other) {
    return one.port != null && one.port.equals(other.port);
  }

  private static boolean overlap(Row one, Row other) {
    return one.iface == null || other.iface == null || one.iface.equals(other.iface);
  }
}
