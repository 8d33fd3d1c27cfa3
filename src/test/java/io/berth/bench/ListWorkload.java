package io.berth.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Reads the first page of the services, with bindings, tags and the total count. */
final class ListWorkload implements Workload {
  private static final int PAGE = 50;
  private final BenchmarkOwner owner;

  ListWorkload(BenchmarkOwner owner) {
    this.owner = owner;
  }

  @Override
  public String name() {
    return "list 50 of 100,000 services";
  }

  @Override
  public BenchmarkOperation byHttp(BenchmarkClient http, ConnectionShare share) {
    BenchmarkClient client = http.as(owner);
    return () -> {
      client.send("GET", "/services?limit=" + PAGE, null);
      return true;
    };
  }

  @Override
  public BenchmarkOperation byJdbc(Connection connection, ConnectionShare share)
      throws SQLException {
    PreparedStatement page =
        connection.prepareStatement(
            "select * from service where network_id = ? order by created_at, id limit " + PAGE);
    PreparedStatement total =
        connection.prepareStatement("select count(*) from service where network_id = ?");
    String condition = "where service_id in (?" + ", ?".repeat(PAGE - 1) + ")";
    PreparedStatement bindings =
        connection.prepareStatement(
            "select * from binding " + condition + " order by created_at, id");
    PreparedStatement tags =
        connection.prepareStatement(
            "select service_id, tag_id from tag_assignment " + condition + " order by id");
    byte[] network = BatchInserts.bytes(owner.network());
    return () -> {
      Object[] ids = RowReader.readAll(page, network).stream().map(row -> row[0]).toArray();
      RowReader.readAll(total, network);
      RowReader.readAll(bindings, ids);
      RowReader.readAll(tags, ids);
      return true;
    };
  }
}
