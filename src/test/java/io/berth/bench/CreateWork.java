package io.berth.bench;

import io.berth.bench.Room.Pair;
import io.berth.database.Stored;
import io.berth.testing.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * Makes services with two bindings. A connection goes round its own hosts, so that all grow alike.
 */
final class CreateWork implements Work {
  private final String name;
  private final Database database;
  private final Owner owner;
  private final List<Room> rooms;
  private long began;

  CreateWork(String name, Database database, Owner owner, List<Room> rooms) {
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
    began = Rows.now();
  }

  @FunctionalInterface
  private interface Creation {
    void of(UUID host, Pair ports) throws Exception;
  }

  private Unit rounds(Share share, Creation creation) {
    List<Room> own = share.of(rooms);
    int[] next = {0};
    return () -> {
      Room room = own.get(next[0] % own.size());
      int round = next[0]++ / own.size();
      if (round == room.free().size()) {
        return false;
      }
      creation.of(room.host(), room.free().get(round));
      return true;
    };
  }

  @Override
  public Unit byHttp(Http http, Share share) {
    Http berth = http.as(owner);
    return rounds(
        share,
        (host, ports) ->
            berth.send("POST", "/services", Bodies.service(owner.network(), host, "bench", ports)));
  }

  @Override
  public Unit byJdbc(Connection connection, Share share) throws SQLException {
    connection.setAutoCommit(false);
    PreparedStatement service = connection.prepareStatement(Rows.SERVICE);
    PreparedStatement binding = connection.prepareStatement(Rows.BINDING);
    return rounds(
        share,
        (host, ports) -> {
          UUID id = Stored.newId();
          long now = Rows.now();
          Rows.set(service, Rows.service(id, owner.network(), host, Stock.SERVICES, now));
          service.executeUpdate();
          for (UUID port : List.of(ports.one(), ports.other())) {
            Rows.set(binding, Rows.binding(id, owner.network(), host, port, now));
            binding.addBatch();
          }
          binding.executeBatch();
          connection.commit();
        });
  }

  @Override
  public void restore() throws SQLException {
    Restoring.deleteServices(database, owner, began);
  }
}
