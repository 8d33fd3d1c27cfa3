package io.berth.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Inserts many rows without Berth: each call needs a few statements, for any number of rows. */
public final class BulkRows {
  private BulkRows() {}

  /** Inserts hosts into the network; returns their ids. */
  public static List<String> hosts(TestNetwork network, int count) {
    List<String> ids = ids(count);
    Sql.batch(
        "insert into host (id, network_id, name, hidden, source, created_at, updated_at)"
            + " values (?, ?, 'bulk', false, 'MANUAL', 1, 1)",
        rows(count, i -> new Object[] {id(ids.get(i)), id(network.id())}));
    return ids;
  }

  /** Inserts ports with consecutive numbers, beginning with the first; returns their ids. */
  public static List<String> ports(TestHost host, int first, int count) {
    List<String> ids = ids(count);
    Sql.batch(
        "insert into port (id, network_id, host_id, number, protocol, created_at, updated_at)"
            + " values (?, ?, ?, ?, 'TCP', 1, 1)",
        rows(count, i -> new Object[] {id(ids.get(i)), network(host), id(host.id()), first + i}));
    return ids;
  }

  /** Inserts services, each bound to a port of its own; returns their ids. */
  public static List<String> services(TestHost host, int count) {
    List<String> ports = ports(host, 1, count);
    List<String> ids = ids(count);
    Sql.batch(
        "insert into service (id, network_id, host_id, service_definition, name, source, position,"
            + " created_at, updated_at) values (?, ?, ?, 'Web', 'bulk', 'MANUAL', ?, 1, 1)",
        rows(count, i -> new Object[] {id(ids.get(i)), network(host), id(host.id()), i}));
    Sql.batch(
        "insert into binding (id, service_id, host_id, network_id, port_id, interface_or_all,"
            + " port_or_none, created_at, updated_at) values (?, ?, ?, ?, ?, ?, ?, 1, 1)",
        rows(
            count,
            i ->
                new Object[] {
                  UUID.randomUUID(),
                  id(ids.get(i)),
                  id(host.id()),
                  network(host),
                  id(ports.get(i)),
                  new UUID(0, 0),
                  id(ports.get(i))
                }));
    return ids;
  }

  private static List<String> ids(int count) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(UUID.randomUUID().toString());
    }
    return ids;
  }

  private static List<Object[]> rows(int count, java.util.function.IntFunction<Object[]> row) {
    return java.util.stream.IntStream.range(0, count).mapToObj(row).toList();
  }

  private static UUID id(String text) {
    return UUID.fromString(text);
  }

  private static UUID network(TestHost host) {
    return id(host.network().id());
  }
}
