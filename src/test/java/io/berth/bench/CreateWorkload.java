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
 * Makes services with two bindings. A connection goes round its own hosts, so that all grow alike.
 */
final class CreateWorkload implements Workload {
  private final String name;
  private final Database database;
  private final BenchmarkOwner owner;
  private final List<HostWithFreePorts> rooms;
  private long began;

  CreateWorkload(
      String name, Database database, BenchmarkOwner owner, List<HostWithFreePorts> rooms) {
    this.name = name;
    this.database = database;
    this.owner = owner;
    this.rooms = rooms;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void prepare(int connections) {
    began = BatchInserts.now();
  }

  @FunctionalInterface
  private interface Creation {
    void of(UUID host, Pair ports) throws Exception;
  }

  private BenchmarkOperation rounds(ConnectionShare share, Creation creation) {
    List<HostWithFreePorts> own = share.of(rooms);
    int[] next = {0};
    return () -> {
      HostWithFreePorts room = own.get(next[0] % own.size());
      int round = next[0]++ / own.size();
      if (round == room.free().size()) {
        return false;
      }
      creation.of(room.host(), room.free().get(round));
      return true;
    };
  }

  @Override
  public BenchmarkOperation byHttp(BenchmarkClient http, ConnectionShare share) {
    BenchmarkClient berth = http.as(owner);
    return rounds(
        share,
        (host, ports) ->
            berth.send(
                "POST", "/services", RequestBodies.service(owner.network(), host, "bench", ports)));
  }

  @Override
  public BenchmarkOperation byJdbc(Connection connection, ConnectionShare share)
      throws SQLException {
    connection.setAutoCommit(false);
    PreparedStatement service = connection.prepareStatement(BatchInserts.SERVICE);
    PreparedStatement binding = connection.prepareStatement(BatchInserts.BINDING);
    return rounds(
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
    DataReset.deleteServices(database, owner, began);
  }
}
