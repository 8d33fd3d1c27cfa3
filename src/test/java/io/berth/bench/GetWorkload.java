package io.berth.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Reads one random service of the big hosts, with its bindings and tags. */
final class GetWorkload implements Workload {
  private final BenchmarkOwner owner;
  private final List<UUID> services;

  GetWorkload(BenchmarkOwner owner, List<UUID> services) {
    this.owner = owner;
    this.services = services;
  }

  @Override
  public String name() {
    return "get one service";
  }

  @Override
  public BenchmarkOperation byHttp(BenchmarkClient http, ConnectionShare share) {
    BenchmarkClient client = http.as(owner);
    SplittableRandom random = new SplittableRandom(share.index());
    return () -> {
      client.send("GET", "/services/" + services.get(random.nextInt(services.size())), null);
      return true;
    };
  }

  @Override
  public BenchmarkOperation byJdbc(Connection connection, ConnectionShare share)
      throws SQLException {
    SplittableRandom random = new SplittableRandom(share.index());
    List<PreparedStatement> reads =
        List.of(
            connection.prepareStatement("select * from service where id = ?"),
            connection.prepareStatement(
                "select * from binding where service_id = ? order by created_at, id"),
            connection.prepareStatement(
                "select tag_id from tag_assignment where service_id = ? order by id"));
    return () -> {
      byte[] id = BatchInserts.bytes(services.get(random.nextInt(services.size())));
      for (PreparedStatement read : reads) {
        RowReader.readAll(read, id);
      }
      return true;
    };
  }
}
