package io.berth.persistence.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.berth.testing.BerthProcess;
import io.berth.testing.Database;
import io.berth.testing.MariaDbServer;
import io.berth.testing.SharedBerth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Tests starts after an incomplete migration: a node that is killed leaves the statements that it
 * has committed.
 */
class MigrationIT {
  private static final String KEY = "scp_u_0123456789abcdefghijklmnopqrstuv";

  private final Database database = SharedBerth.emptyDatabase();
  private final Path directory = SharedBerth.directory("berth-migration");

  @AfterEach
  void cleanUp() {
    SharedBerth.remove(directory);
  }

  @Test
  void completes_a_partial_migration() throws IOException, SQLException {
    migratePartially(8);
    try (BerthProcess berth = BerthProcess.start(directory, database.environment(KEY))) {
      assertThat(berth.client(KEY).get("/networks").ids()).hasSize(1);
      assertThat(berth.log()).contains("BERTH: FIRST START");
    }
  }

  @Test
  void retries_a_failed_migration() throws IOException, SQLException {
    migratePartially(8);
    addToHistory("1", "inventory", false);
    try (BerthProcess berth = BerthProcess.start(directory, database.environment(KEY))) {
      assertThat(berth.client(KEY).get("/networks").ids()).hasSize(1);
      assertThat(berth.log()).containsOnlyOnce("failed at an earlier start are tried again: [1]");
    }
    assertThat(failures(database)).isZero();
  }

  @Test
  void starts_after_a_missing_privilege_is_granted() throws SQLException {
    assumeThat(database.isMySql()).as("the other database has no rights of this kind").isTrue();
    try (MariaDbServer server = new MariaDbServer()) {
      Database all = server.create();
      Database limited = new Database(all.url(), "limited", "secret");
      try (Connection root = all.connect();
          Statement statement = root.createStatement()) {
        // The test server checks privileges only after this statement.
        statement.execute("flush privileges");
        statement.execute("create user limited@localhost identified by 'secret'");
        statement.execute(
            "grant select, insert, update, delete, create, index, references on *.* to limited@localhost");
        try (BerthProcess refused = BerthProcess.launch(directory, limited.environment(KEY))) {
          assertThat(refused.exitCode()).isEqualTo(1);
          assertThat(refused.log()).contains("BERTH DOES NOT START", "Access denied");
        }
        assertThat(failures(limited)).isOne();
        statement.execute("grant alter on *.* to limited@localhost");
      }
      try (BerthProcess berth = BerthProcess.start(directory, limited.environment(KEY))) {
        assertThat(berth.client(KEY).get("/networks").ids()).hasSize(1);
      }
    }
  }

  @Test
  void bootstraps_a_migrated_but_empty_schema() throws SQLException {
    migrate("latest");
    try (BerthProcess berth = BerthProcess.start(directory, database.environment(KEY))) {
      assertThat(berth.client(KEY).get("/networks").ids()).hasSize(1);
      assertThat(berth.log()).contains("BERTH: FIRST START");
    }
  }

  @Test
  void refuses_a_newer_schema() throws SQLException {
    migrate("latest");
    addToHistory("7001", "of a later version", true);
    try (BerthProcess berth = BerthProcess.launch(directory, database.environment(KEY))) {
      assertThat(berth.exitCode()).isEqualTo(1);
      assertThat(berth.log())
          .contains("The database schema has version 7001")
          .containsPattern("supports at most version \\d\\. Start a newer version of Berth\\.");
    }
  }

  private void addToHistory(String version, String description, boolean success)
      throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement row =
            connection.prepareStatement(
                "insert into %s values".formatted(history())
                    + " (100, ?, ?, 'SQL', 'V.sql', null, 'test', current_timestamp, 0, ?)")) {
      row.setString(1, version);
      row.setString(2, description);
      row.setBoolean(3, success);
      row.executeUpdate();
    }
  }

  private long failures(Database inspected) throws SQLException {
    try (Connection connection = inspected.connect();
        Statement query = connection.createStatement();
        ResultSet count =
            query.executeQuery(
                "select count(*) from %s where not %s".formatted(history(), quoted("success")))) {
      count.next();
      return count.getLong(1);
    }
  }

  private String history() {
    return quoted("flyway_schema_history");
  }

  /** Flyway uses lower-case names, also where other names are upper-case. */
  private String quoted(String name) {
    return database.isMySql() ? name : '"' + name + '"';
  }

  private void migrate(String target) {
    Flyway.configure()
        .dataSource(database.url(), database.user(), database.password())
        .locations("classpath:db/migration", "classpath:db/" + dialect())
        .failOnMissingLocations(false)
        .target(target)
        .load()
        .migrate();
  }

  /** Leaves the schema in the state of a node that is killed after this number of statements. */
  private void migratePartially(int statements) throws IOException, SQLException {
    migrate("0?");
    try (Connection connection = database.connect();
        Statement sql = connection.createStatement()) {
      for (String text : statements().limit(statements).toList()) {
        sql.executeUpdate(text);
      }
    }
    assertThat(statements().count()).isGreaterThan(statements);
  }

  private String dialect() {
    return database.isMySql() ? "mysql" : "h2";
  }

  private static Stream<String> statements() throws IOException {
    List<String> lines =
        Files.readAllLines(Path.of("src/main/resources/db/migration/V1__inventory.sql"));
    String script =
        String.join("\n", lines.stream().filter(line -> !line.strip().startsWith("--")).toList());
    return Stream.of(script.split(";")).map(String::strip).filter(text -> !text.isEmpty());
  }
}
