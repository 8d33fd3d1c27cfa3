package io.berth.bench;

import io.berth.database.Stored;
import io.berth.testing.Database;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** An organization with one network, and the key of its Owner. */
record Owner(UUID network, String key) {

  static Owner found(Database database, String key) throws SQLException {
    UUID organization = Stored.newId();
    UUID user = Stored.newId();
    UUID network = Stored.newId();
    try (Connection connection = database.connect()) {
      insert(connection, "organization (id, name", Rows.bytes(organization), "bench");
      insert(
          connection,
          "user_account (id, organization_id, email, level",
          Rows.bytes(user),
          Rows.bytes(organization),
          user + "@example.org",
          "OWNER");
      insert(
          connection,
          "api_key (id, user_id, name, hash, level, enabled, scoped",
          Rows.bytes(Stored.newId()),
          Rows.bytes(user),
          "bench",
          sha256(key),
          "OWNER",
          true,
          false);
      insert(
          connection,
          "network (id, organization_id, name",
          Rows.bytes(network),
          Rows.bytes(organization),
          "bench");
    }
    return new Owner(network, key);
  }

  private static void insert(Connection connection, String columns, Object... values)
      throws SQLException {
    String statement =
        "insert into "
            + columns
            + ", created_at, updated_at) values ("
            + "?, ".repeat(values.length)
            + "1, 1)";
    try (PreparedStatement insert = connection.prepareStatement(statement)) {
      Rows.set(insert, values);
      insert.executeUpdate();
    }
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
