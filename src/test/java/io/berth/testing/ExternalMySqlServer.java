package io.berth.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * An existing MySQL server: {@code BERTH_TEST_DB_URL} is {@code jdbc:mysql://host:port/}, {@code
 * BERTH_TEST_DB_USER} must have the right to create databases. The tests drop the databases that
 * they created.
 */
class ExternalMySqlServer implements DatabaseServer {
  private final String url;
  private final String user;
  private final String password;
  private final List<String> created = new ArrayList<>();

  ExternalMySqlServer() {
    this(
        System.getenv("BERTH_TEST_DB_URL"),
        Objects.requireNonNullElse(System.getenv("BERTH_TEST_DB_USER"), ""),
        Objects.requireNonNullElse(System.getenv("BERTH_TEST_DB_PASSWORD"), ""));
  }

  ExternalMySqlServer(String url, String user, String password) {
    this.url = url;
    this.user = user;
    this.password = password;
  }

  @Override
  public Database create() {
    String name = "berth_" + UUID.randomUUID().toString().replace('-', '_');
    update("create database " + name);
    created.add(name);
    return new Database(
        url + name + "?allowPublicKeyRetrieval=true&rewriteBatchedStatements=true", user, password);
  }

  /** The first column of a query's rows. */
  List<String> query(String query) {
    try (Connection connection = DriverManager.getConnection(url, user, password);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> column = new ArrayList<>();
      while (rows.next()) {
        column.add(rows.getString(1));
      }
      return column;
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  void update(String... statements) {
    try (Connection connection = DriverManager.getConnection(url, user, password);
        Statement update = connection.createStatement()) {
      for (String statement : statements) {
        update.executeUpdate(statement);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Override
  public void stop() {
    throw new UnsupportedOperationException("The tests must not stop an external server.");
  }

  @Override
  public void startAgain() {
    throw new UnsupportedOperationException("The tests must not stop an external server.");
  }

  @Override
  public void close() {
    created.forEach(name -> update("drop database " + name));
  }
}
