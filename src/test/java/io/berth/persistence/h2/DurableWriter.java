package io.berth.persistence.h2;

import io.berth.testing.Concurrently;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/**
 * Writes rows through the embedded data source without the rest of Berth. As a program, it writes
 * with eight threads until it is killed, and prints the id of each row after its commit.
 */
final class DurableWriter {
  private static final int WRITERS = 8;

  private final DataSource database;

  DurableWriter(DataSource database) {
    this.database = database;
  }

  /** The database in this directory. */
  static DurableWriter in(Path directory) {
    return at(DurableH2DataSource.url(directory.resolve("berth")), directory);
  }

  /** The database of this URL. */
  static DurableWriter at(String url, Path directory) {
    JdbcDataSource h2 = new JdbcDataSource();
    h2.setURL(url + ";LOCK_TIMEOUT=10000");
    return new DurableWriter(new DurableH2DataSource(h2, directory));
  }

  public static void main(String[] arguments) throws SQLException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    DurableWriter writer = in(Path.of(arguments[0]));
    writer.create();
    Concurrently.together(WRITERS, Collections.nCopies(WRITERS, () -> writer.write(out)));
  }

  void create() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create table if not exists item (id uuid primary key, name varchar(100),"
              + " constraint item_name unique (name, id))");
    }
  }

  private boolean write(PrintStream out) throws SQLException {
    try (Connection connection = connect()) {
      while (!out.checkError()) {
        UUID id = UUID.randomUUID();
        insert(connection, id);
        out.println(id);
      }
      return false;
    }
  }

  /** A connection without auto-commit. */
  Connection connect() throws SQLException {
    Connection connection = database.getConnection();
    connection.setAutoCommit(false);
    return connection;
  }

  /** Writes a row and commits. */
  void insert(Connection connection, UUID id) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("insert into item (id, name) values (?, ?)")) {
      insert.setObject(1, id);
      insert.setString(2, "item " + id);
      insert.executeUpdate();
    }
    connection.commit();
  }

  Set<UUID> stored() throws SQLException {
    Set<UUID> ids = new HashSet<>();
    try (Connection connection = database.getConnection();
        Statement select = connection.createStatement();
        ResultSet rows = select.executeQuery("select id from item")) {
      while (rows.next()) {
        ids.add(rows.getObject(1, UUID.class));
      }
    }
    return ids;
  }
}
