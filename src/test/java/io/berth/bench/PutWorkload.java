package io.berth.bench;

import io.berth.bench.HostWithFreePorts.Movable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Renames services and replaces their two bindings, on hosts with 1,000 services. */
final class PutWorkload implements Workload {
  private final BenchmarkOwner owner;
  private final List<List<Movable>> hosts;

  PutWorkload(BenchmarkOwner owner, List<List<Movable>> hosts) {
    this.owner = owner;
    this.hosts = hosts;
  }

  @Override
  public String name() {
    return "put a service, host of 1,000";
  }

  @FunctionalInterface
  private interface Replacement {
    void replace(Movable service, String name) throws Exception;
  }

  private BenchmarkOperation operation(ConnectionShare share, Replacement replacement) {
    List<List<Movable>> ownHosts = share.select(hosts);
    int[] next = {0};
    return () -> {
      List<Movable> host = ownHosts.get(next[0] % ownHosts.size());
      Movable service = host.get(next[0] / ownHosts.size() % host.size());
      replacement.replace(service, "bench " + next[0]++);
      service.swap();
      return true;
    };
  }

  @Override
  public BenchmarkOperation byHttp(BenchmarkClient http, ConnectionShare share) {
    BenchmarkClient client = http.as(owner);
    return operation(
        share,
        (service, name) ->
            client.send(
                "PUT",
                "/services/" + service.service(),
                RequestBodies.service(owner.network(), service.host(), name, service.next())));
  }

  @Override
  public BenchmarkOperation byJdbc(Connection connection, ConnectionShare share)
      throws SQLException {
    connection.setAutoCommit(false);
    PreparedStatement rename =
        connection.prepareStatement("update service set name = ?, updated_at = ? where id = ?");
    PreparedStatement unbind =
        connection.prepareStatement("delete from binding where service_id = ?");
    PreparedStatement bind = connection.prepareStatement(BatchInserts.BINDING);
    return operation(
        share,
        (service, name) -> {
          long now = BatchInserts.now();
          byte[] id = BatchInserts.bytes(service.service());
          BatchInserts.set(rename, name, now, id);
          rename.executeUpdate();
          BatchInserts.set(unbind, id);
          unbind.executeUpdate();
          for (UUID port : List.of(service.next().one(), service.next().other())) {
            BatchInserts.set(
                bind,
                BatchInserts.binding(
                    service.service(), owner.network(), service.host(), port, now));
            bind.addBatch();
          }
          bind.executeBatch();
          connection.commit();
        });
  }
}
