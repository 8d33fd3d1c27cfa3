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

/** A node that dies while it makes the schema leaves what it has made: each statement commits. */
class MigrationIT {
  private static final String KEY = "scp_u_0123456789abcdefghijklmnopqrstuv";

  private final Database database = SharedBerth.emptyDatabase();
  private final Path directory = SharedBerth.directory("berth-migration");

  @AfterEach
  void end() {
    SharedBerth.remove(directory);
  }

  @Test
  void the_next_node_makes_the_rest() throws IOException, SQLException {
    dieAfter(8);
    try (BerthProcess berth = BerthProcess.start(directory, database.environment(KEY))) {
      assertThat(berth.client(KEY).get("/networks").ids()).hasSize(1);
      assertThat(berth.log()).contains("BERTH: FIRST START");
    }
  }

  @Test
  void a_migration_that_failed_is_tried_again() throws IOException, SQLException {
    dieAfter(8);
    addToHistory("1", "inventory", false);
    try (BerthProcess berth = BerthProcess.start(directory, database.environment(KEY))) {
      assertThat(berth.client(KEY).get("/networks").ids()).hasSize(1);
      assertThat(berth.log()).containsOnlyOnce("failed at an earlier start are tried again: [1]");
    }
    assertThat(failures(database)).isZero();
  }

  @Test
  void a_user_who_lacked_a_right_gets_it_and_Berth_starts() throws SQLException {
    assumeThat(database.isMySql()).as("the other database has no rights of this kind").isTrue();
    try (MariaDbServer server = new MariaDbServer()) {
      Database all = server.create();
      Database limited = new Database(all.url(), "limited", "secret");
      try (Connection root = all.connect();
          Statement statement = root.createStatement()) {
        // The server of the tests looks at no rights until it is told to.
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
  void a_schema_without_a_first_organization_gets_one() throws SQLException {
    migrate("latest");
    try (BerthProcess berth = BerthProcess.start(directory, database.environment(KEY))) {
      assertThat(berth.client(KEY).get("/networks").ids()).hasSize(1);
      assertThat(berth.log()).contains("BERTH: FIRST START");
    }
  }

  @Test
  void a_schema_that_is_newer_than_the_program_is_refused() throws SQLException {
    migrate("latest");
    addToHistory("7001", "of a later version", true);
    try (BerthProcess berth = BerthProcess.launch(directory, database.environment(KEY))) {
      assertThat(berth.exitCode()).isEqualTo(1);
      assertThat(berth.log())
          .contains("The schema has version 7001")
          .containsPattern("this Berth knows version \\d at most\\. It needs a newer Berth\\.");
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

  private long failures(Database looked) throws SQLException {
    try (Connection connection = looked.connect();
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

  /** Flyway's names are in lower case, also where others are not. */
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

  /** Leaves the schema as a node does that is killed after so many of its statements. */
  private void dieAfter(int statements) throws IOException, SQLException {
    migrate("0?");
    try (Connection connection = database.connect();
        Statement one = connection.createStatement()) {
      for (String text : statements().limit(statements).toList()) {
        one.executeUpdate(text);
      }
    }
    assertThat(statements().count()).isGreaterThan(statements);
  }

  private String dialect() {
    return database.isMySql() ? "mysql" : "none";
  }

  private static Stream<String> statements() throws IOException {
    List<String> lines =
        Files.readAllLines(Path.of("src/main/resources/db/migration/V1__inventory.sql"));
    String script =
        String.join("\n", lines.stream().filter(line -> !line.strip().startsWith("--")).toList());
    return Stream.of(script.split(";")).map(String::strip).filter(text -> !text.isEmpty());
  }
}
