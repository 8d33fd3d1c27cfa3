package io.berth.bench;

import io.berth.persistence.StoredEntity;
import io.berth.testing.Database;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** An organization with one network, and the key of its Owner. */
record BenchmarkOwner(UUID network, String key) {

  static BenchmarkOwner create(Database database, String key) throws SQLException {
    UUID organization = StoredEntity.newId();
    UUID user = StoredEntity.newId();
    UUID network = StoredEntity.newId();
    try (Connection connection = database.connect()) {
      insert(connection, "organization (id, name", BatchInserts.bytes(organization), "bench");
      insert(
          connection,
          "user_account (id, organization_id, email, level",
          BatchInserts.bytes(user),
          BatchInserts.bytes(organization),
          user + "@example.org",
          "OWNER");
      insert(
          connection,
          "api_key (id, user_id, name, hash, level, enabled, scoped",
          BatchInserts.bytes(StoredEntity.newId()),
          BatchInserts.bytes(user),
          "bench",
          sha256(key),
          "OWNER",
          true,
          false);
      insert(
          connection,
          "network (id, organization_id, name",
          BatchInserts.bytes(network),
          BatchInserts.bytes(organization),
          "bench");
    }
    return new BenchmarkOwner(network, key);
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
      BatchInserts.set(insert, values);
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
