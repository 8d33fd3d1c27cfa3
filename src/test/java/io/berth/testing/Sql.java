package io.berth.testing;

import io.berth.persistence.UuidConverter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Queries and updates the database without Berth. UUIDs are converted to and from their stored
 * form.
 */
public final class Sql {
  private static final UuidConverter UUIDS = new UuidConverter();

  private Sql() {}

  /** Runs a statement that changes rows; returns the number of rows. */
  public static int update(String statement, Object... parameters) {
    try (Connection connection = SharedBerth.connect();
        PreparedStatement prepared = prepare(connection, statement, parameters)) {
      return prepared.executeUpdate();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure.getMessage(), failure);
    }
  }

  public static void batch(String statement, List<Object[]> rows) {
    try (Connection connection = SharedBerth.connect();
        PreparedStatement prepared = connection.prepareStatement(statement)) {
      for (Object[] parameters : rows) {
        set(prepared, parameters);
        prepared.addBatch();
      }
      prepared.executeBatch();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure.getMessage(), failure);
    }
  }

  /** The rows of a query, column by column. */
  public static List<List<Object>> rows(String query, Object... parameters) {
    try (Connection connection = SharedBerth.connect()) {
      return rows(connection, query, parameters);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure.getMessage(), failure);
    }
  }

  static List<List<Object>> rows(Connection connection, String query, Object... parameters)
      throws SQLException {
    try (PreparedStatement prepared = prepare(connection, query, parameters);
        ResultSet found = prepared.executeQuery()) {
      List<List<Object>> rows = new ArrayList<>();
      while (found.next()) {
        rows.add(row(found));
      }
      return rows;
    }
  }

  /** The number in the first column of a query's only row. */
  public static long number(String query, Object... parameters) {
    return ((Number) rows(query, parameters).get(0).get(0)).longValue();
  }

  private static PreparedStatement prepare(
      Connection connection, String statement, Object... parameters) throws SQLException {
    PreparedStatement prepared = connection.prepareStatement(statement);
    set(prepared, parameters);
    return prepared;
  }

  private static void set(PreparedStatement prepared, Object... parameters) throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      Object value = parameters[i];
      prepared.setObject(
          i + 1, value instanceof UUID id ? UUIDS.convertToDatabaseColumn(id) : value);
    }
  }

  private static List<Object> row(ResultSet found) throws SQLException {
    List<Object> row = new ArrayList<>();
    for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
      Object value = found.getObject(i);
      row.add(
          value instanceof byte[] bytes && bytes.length == 16
              ? UUIDS.convertToEntityAttribute(bytes)
              : value);
    }
    return row;
  }
}
