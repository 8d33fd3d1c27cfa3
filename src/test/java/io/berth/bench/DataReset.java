package io.berth.bench;

import io.berth.testing.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Takes away what a cell has made, so that the next one finds what it found. */
final class DataReset {
  private DataReset() {}

  /** Deletes the services made since then, and so their bindings. */
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
