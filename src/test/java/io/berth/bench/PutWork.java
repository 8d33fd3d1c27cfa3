package io.berth.bench;

import io.berth.bench.Room.Movable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Gives services a new name and exchanges their two bindings, on hosts with 1,000 services. */
final class PutWork implements Work {
  private final Owner owner;
  private final List<List<Movable>> hosts;

  PutWork(Owner owner, List<List<Movable>> hosts) {
    this.owner = owner;
    this.hosts = hosts;
  }

  @Override
  public String name() {
    return "put a service, host of 1,000";
  }

  @FunctionalInterface
  private interface Exchange {
    void of(Movable service, String name) throws Exception;
  }

  private Unit rounds(Share share, Exchange exchange) {
    List<List<Movable>> own = share.of(hosts);
    int[] next = {0};
    return () -> {
      List<Movable> host = own.get(next[0] % own.size());
      Movable service = host.get(next[0] / own.size() % host.size());
      exchange.of(service, "bench " + next[0]++);
      service.moved();
      return true;
    };
  }

  @Override
  public Unit byHttp(Http http, Share share) {
    Http berth = http.as(owner);
    return rounds(
        share,
        (service, name) ->
            berth.send(
                "PUT",
                "/services/" + service.service(),
                Bodies.service(owner.network(), service.host(), name, service.next())));
  }

  @Override
  public Unit byJdbc(Connection connection, Share share) throws SQLException {
    connection.setAutoCommit(false);
    PreparedStatement rename =
        connection.prepareStatement("update service set name = ?, updated_at = ? where id = ?");
    PreparedStatement unbind =
        connection.prepareStatement("delete from binding where service_id = ?");
    PreparedStatement bind = connection.prepareStatement(Rows.BINDING);
    return rounds(
        share,
        (service, name) -> {
          long now = Rows.now();
          byte[] id = Rows.bytes(service.service());
          Rows.set(rename, name, now, id);
          rename.executeUpdate();
          Rows.set(unbind, id);
          unbind.executeUpdate();
          for (UUID port : List.of(service.next().one(), service.next().other())) {
            Rows.set(
                bind, Rows.binding(service.service(), owner.network(), service.host(), port, now));
            bind.addBatch();
          }
          bind.executeBatch();
          connection.commit();
        });
  }
}
