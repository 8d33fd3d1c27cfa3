package io.berth.bench;

import io.berth.testing.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Deletes what a measurement created, so that each measurement starts with the same data. */
final class DataReset {
  private DataReset() {}

  /** Deletes the services created since this time, and their bindings by cascade. */
  static void deleteServices(Database database, BenchmarkOwner owner, long since)
      throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement delete =
            connection.prepareStatement(
                "delete from service where network_id = ? and created_at >= ?")) {
      BatchInserts.set(delete, BatchInserts.bytes(owner.network()), since);
      delete.executeUpdate();
    }
  }
}
