package io.berth.bench;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads all columns of all rows of a query. */
final class RowReader {
  private RowReader() {}

  static List<Object[]> readAll(PreparedStatement query, Object... values) throws SQLException {
    BatchInserts.set(query, values);
    try (ResultSet found = query.executeQuery()) {
      int columns = found.getMetaData().getColumnCount();
      List<Object[]> rows = new ArrayList<>();
      while (found.next()) {
        Object[] row = new Object[columns];
        for (int i = 0; i < columns; i++) {
          row[i] = found.getObject(i + 1);
        }
        rows.add(row);
      }
      return rows;
    }
  }
}
