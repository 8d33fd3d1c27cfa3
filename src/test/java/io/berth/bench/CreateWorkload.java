package io.berth.bench;

import io.berth.bench.HostWithFreePorts.Pair;
import io.berth.persistence.StoredEntity;
import io.berth.testing.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * Creates services with two bindings. Each connection uses its own hosts in turn, so that all hosts
 * grow equally.
 */
final class CreateWorkload implements Workload {
  private final String name;
  private final Database database;
  private final BenchmarkOwner owner;
  private final List<HostWithFreePorts> hosts;
  private long start;

  CreateWorkload(
      String name, Database database, BenchmarkOwner owner, List<HostWithFreePorts> hosts) {
    this.name = name;
    this.database = database;
    this.owner = owner;
    this.hosts = hosts;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void prepare(int connections) {
    start = BatchInserts.now();
  }

  @FunctionalInterface
  private interface Creation {
    void create(UUID host, Pair ports) throws Exception;
  }

  private BenchmarkOperation operation(ConnectionShare share, Creation creation) {
    List<HostWithFreePorts> ownHosts = share.select(hosts);
    int[] count = {0};
    return () -> {
      HostWithFreePorts host = ownHosts.get(count[0] % ownHosts.size());
      int round = count[0]++ / ownHosts.size();
      if (round == host.free().size()) {
        return false;
      }
      creation.create(host.host(), host.free().get(round));
      return true;
    };
  }

  @Override
  public BenchmarkOperation byHttp(BenchmarkClient http, ConnectionShare share) {
    BenchmarkClient client = http.as(owner);
    return operation(
        share,
        (host, ports) ->
            client.send(
                "POST", "/services", RequestBodies.service(owner.network(), host, "bench", ports)));
  }

  @Override
  public BenchmarkOperation byJdbc(Connection connection, ConnectionShare share)
      throws SQLException {
    connection.setAutoCommit(false);
    PreparedStatement service = connection.prepareStatement(BatchInserts.SERVICE);
    PreparedStatement binding = connection.prepareStatement(BatchInserts.BINDING);
    return operation(
        share,
        (host, ports) -> {
          UUID id = StoredEntity.newId();
          long now = BatchInserts.now();
          BatchInserts.set(
              service,
              BatchInserts.service(id, owner.network(), host, BenchmarkData.SERVICES, now));
          service.executeUpdate();
          for (UUID port : List.of(ports.one(), ports.other())) {
            BatchInserts.set(binding, BatchInserts.binding(id, owner.network(), host, port, now));
            binding.addBatch();
          }
          binding.executeBatch();
          connection.commit();
        });
  }

  @Override
  public void restore() throws SQLException {
    DataReset.deleteServices(database, owner, start);
  }
}
