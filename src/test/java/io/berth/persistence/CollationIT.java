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

/** A database that an older version has made compares texts as one that is made now. */
class CollationIT {
  private static final String KEY = "scp_u_0123456789abcdefghijklmnopqrstuv";
  private static final String ID = "X'0123456789abcdef0123456789abcd00'";

  private final Database database = SharedBerth.emptyDatabase();
  private final Path directory = SharedBerth.directory("berth-collation");

  @AfterEach
  void end() {
    SharedBerth.remove(directory);
  }

  /** The schema as the first version made it, with the network of a test and a tag in it. */
  private void makeOld(String... statements) throws SQLException {
    Flyway.configure()
        .dataSource(database.url(), database.user(), database.password())
        .locations("classpath:db/migration", database.isMySql() ? "classpath:db/mysql" : "db/none")
        .failOnMissingLocations(false)
        .target("1")
        .load()
        .migrate();
    try (Connection connection = database.connect();
        Statement one = connection.createStatement()) {
      for (String statement : statements) {
        one.executeUpdate(statement);
      }
    }
  }

  private List<String> column(String query) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Connection connection = database.connect();
        Statement one = connection.createStatement();
        ResultSet rows = one.executeQuery(query)) {
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
  void tells_a_trailing_blank_apart() throws SQLException {
    makeOld();
    try (BerthProcess berth = BerthProcess.start(directory, database.environment(KEY))) {
      ApiClient client = berth.client(KEY);
      client.post("/tags", tag(client, "web")).data();
      client.post("/tags", tag(client, "web ")).data();
      client.post("/tags", tag(client, "web ")).refused(409, "name_taken");
    }
  }

  @Test
  void has_kept_its_rows_its_bytes_and_its_references() throws SQLException {
    Assumptions.assumeTrue(database.isMySql());
    makeOld(
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

  /** What a node leaves that is killed while it converts: some tables are done, none is noted. */
  @Test
  void is_converted_again_after_a_crash() throws SQLException {
    Assumptions.assumeTrue(database.isMySql());
    BerthProcess.start(directory, database.environment(KEY)).close();
    try (Connection connection = database.connect();
        Statement one = connection.createStatement()) {
      one.executeUpdate("delete from flyway_schema_history where version = '2'");
      one.executeUpdate("alter table service convert to character set utf8mb4 collate utf8mb4_bin");
    }
    try (BerthProcess berth = BerthProcess.start(directory, database.environment(KEY))) {
      assertThat(berth.client(KEY).get("/networks").ids()).hasSize(1);
    }
    assertThat(columns("collation_name = 'utf8mb4_bin'")).isEmpty();
  }
}
