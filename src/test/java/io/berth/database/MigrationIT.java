package io.berth.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.BerthProcess;
import io.berth.testing.Database;
import io.berth.testing.SharedBerth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
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
      assertThat(berth.log()).contains("BERTH IS NEW HERE");
    }
  }

  /** Leaves the schema as a node does that is killed after so many of its statements. */
  private void dieAfter(int statements) throws IOException, SQLException {
    Flyway.configure()
        .dataSource(database.url(), database.user(), database.password())
        .locations("classpath:db/migration", "classpath:db/" + dialect())
        .failOnMissingLocations(false)
        .target("0?")
        .load()
        .migrate();
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
