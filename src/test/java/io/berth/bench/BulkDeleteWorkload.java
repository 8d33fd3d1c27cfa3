package io.berth.bench;

import io.berth.testing.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Deletes the 1,000 services of a host, each with one binding, in one request. */
final class BulkDeleteWorkload implements Workload {
  private static final int MIN_REQUESTS = 24;

  private final Database database;
  private final BenchmarkOwner owner;
  private final BenchmarkData data;
  private final Queue<List<UUID>> toDelete = new ConcurrentLinkedQueue<>();
  private long start;

  BulkDeleteWorkload(Database database, BenchmarkOwner owner, BenchmarkData data) {
    this.database = database;
    this.owner = owner;
    this.data = data;
  }

  @Override
  public String name() {
    return "bulk-delete 1,000 services";
  }

  /** Each prepared request costs 2,000 inserts, so their number is limited. */
  @Override
  public void prepare(int connections) throws SQLException {
    start = BatchInserts.now();
    toDelete.clear();
    int requests = Math.min(data.bulkHosts.size(), Math.max(MIN_REQUESTS, 2 * connections));
    try (BatchInserts rows = new BatchInserts(database.connect(), owner.network())) {
      for (int i = 0; i < requests; i++) {
        toDelete.add(services(rows, data.bulkHosts.get(i), data.bulkPorts.get(i)));
      }
    }
  }

  private static List<UUID> services(BatchInserts rows, UUID host, List<UUID> ports)
      throws SQLException {
    List<UUID> ids = new ArrayList<>();
    for (int position = 0; position < ports.size(); position++) {
      UUID service = rows.service(host, position);
      rows.bind(service, host, ports.get(position));
      ids.add(service);
    }
    return ids;
  }

  @Override
  public BenchmarkOperation byHttp(BenchmarkClient http, ConnectionShare share) {
    BenchmarkClient client = http.as(owner);
    return () -> {
      List<UUID> ids = toDelete.poll();
      if (ids == null) {
        return false;
      }
      client.send("POST", "/services/bulk-delete", RequestBodies.ids(ids));
      return true;
    };
  }

  @Override
  public BenchmarkOperation byJdbc(Connection connection, ConnectionShare share)
      throws SQLException {
    connection.setAutoCommit(false);
    PreparedStatement delete =
        connection.prepareStatement(
            "delete from service where id in (?" + ", ?".repeat(BenchmarkData.SERVICES - 1) + ")");
    return () -> {
      List<UUID> ids = toDelete.poll();
      if (ids == null) {
        return false;
      }
      BatchInserts.set(delete, ids.stream().map(BatchInserts::bytes).toArray());
      delete.executeUpdate();
      connection.commit();
      return true;
    };
  }

  @Override
  public void restore() throws SQLException {
    DataReset.deleteServices(database, owner, start);
  }
}
