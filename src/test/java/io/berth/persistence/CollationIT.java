package io.berth.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.ApiClient;
import io.berth.testing.BerthProcess;
import io.berth.testing.Database;
import io.berth.testing.SharedBerth;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Checks that an upgraded database compares text as a new database does. */
class CollationIT {
  private static final String KEY = "scp_u_0123456789abcdefghijklmnopqrstuv";
  private static final String ID = "X'0123456789abcdef0123456789abcd00'";

  private final Database database = SharedBerth.emptyDatabase();
  private final Path directory = SharedBerth.directory("berth-collation");

  @AfterEach
  void cleanUp() {
    SharedBerth.remove(directory);
  }

  /** Creates the schema of the first version, and runs the statements. */
  private void createOldSchema(String... statements) throws SQLException {
    Flyway.configure()
        .dataSource(database.url(), database.user(), database.password())
        .locations("classpath:db/migration", database.isMySql() ? "classpath:db/mysql" : "db/none")
        .failOnMissingLocations(false)
        .target("1")
        .load()
        .migrate();
    try (Connection connection = database.connect();
        Statement sql = connection.createStatement()) {
      for (String statement : statements) {
        sql.executeUpdate(statement);
      }
    }
  }

  private List<String> column(String query) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Connection connection = database.connect();
        Statement sql = connection.createStatement();
        ResultSet rows = sql.executeQuery(query)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  private List<String> columns(String condition) throws SQLException {
    return column(
        "select concat(table_name, '.', column_name, ' ', column_type) from"
            + " information_schema.columns where table_schema = database() and table_name <>"
            + " 'flyway_schema_history' and "
            + condition
            + " order by 1");
  }

  private List<String> foreignKeys() throws SQLException {
    return column(
        "select constraint_name from information_schema.referential_constraints"
            + " where constraint_schema = database() order by 1");
  }

  private static Map<String, String> tag(ApiClient client, String name) {
    String organization = client.get("/organizations").id();
    return Map.of("name", name, "color", "Red", "organization_id", organization);
  }

  @Test
  void distinguishes_a_trailing_space() throws SQLException {
    createOldSchema();
    try (BerthProcess berth = BerthProcess.start(directory, database.environment(KEY))) {
      ApiClient client = berth.client(KEY);
      client.post("/tags", tag(client, "web")).data();
      client.post("/tags", tag(client, "web ")).data();
      client.post("/tags", tag(client, "web ")).refused(409, "name_taken");
    }
  }

  @Test
  void keeps_rows_binary_columns_and_foreign_keys() throws SQLException {
    Assumptions.assumeTrue(database.isMySql());
    createOldSchema(
        "insert into organization values (%s, 'Société \uD83D\uDEA2 ', 1, 2)".formatted(ID),
        "update installation set founded_at = 1");
    List<String> bytes = columns("column_type like 'binary%'");
    List<String> keys = foreignKeys();
    assertThat(columns("collation_name like '%\\_bin'")).isNotEmpty();
    List<String> texts = columns("collation_name is not null");
    BerthProcess.start(directory, database.environment(KEY)).close();
    assertThat(columns("column_type like 'binary%'")).isEqualTo(bytes);
    assertThat(foreignKeys()).isEqualTo(keys).isNotEmpty();
    assertThat(columns("collation_name in ('utf8mb4_0900_bin', 'utf8mb4_nopad_bin')"))
        .isEqualTo(texts);
    assertThat(column("select concat(hex(id), name) from organization"))
        .containsExactly("0123456789ABCDEF0123456789ABCD00Société \uD83D\uDEA2 ");
  }

  /**
   * Repeats the state after a crash during the conversion: some tables are converted, and the
   * history has no entry.
   */
  @Test
  void repeats_the_conversion_after_a_crash() throws SQLException {
    Assumptions.assumeTrue(database.isMySql());
    BerthProcess.start(directory, database.environment(KEY)).close();
    try (Connection connection = database.connect();
        Statement sql = connection.createStatement()) {
      sql.executeUpdate("delete from flyway_schema_history where version >= '2'");
      sql.executeUpdate("alter table service convert to character set utf8mb4 collate utf8mb4_bin");
    }
    try (BerthProcess berth = BerthProcess.start(directory, database.environment(KEY))) {
      assertThat(berth.client(KEY).get("/networks").ids()).hasSize(1);
    }
    assertThat(columns("collation_name = 'utf8mb4_bin'")).isEmpty();
  }
}
