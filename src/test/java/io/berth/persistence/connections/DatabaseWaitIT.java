package io.berth.persistence.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.berth.testing.BerthProcess;
import io.berth.testing.Database;
import io.berth.testing.DatabaseServer;
import io.berth.testing.SharedBerth;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Starts Berth while its database is unreachable. */
class DatabaseWaitIT {
  private static final String KEY = "scp_u_0123456789abcdefghijklmnopqrstuv";
  private static final String WAITING = "Waiting for the database jdbc:";
  private static final Duration TIMEOUT = Duration.ofSeconds(90);

  private final DatabaseServer server = DatabaseServer.startNew();
  private final Database database = server.create();
  private final Path directory = SharedBerth.directory("berth-database-wait");

  @AfterEach
  void cleanUp() {
    server.close();
    SharedBerth.remove(directory);
  }

  private BerthProcess launch(String setting, String value) {
    Map<String, String> environment = new HashMap<>(database.environment(KEY));
    environment.put(setting, value);
    return BerthProcess.launch(directory, environment);
  }

  private static void awaitLog(BerthProcess berth, String text) {
    await().atMost(TIMEOUT).until(() -> berth.log().contains(text));
  }

  @Test
  void starts_when_the_database_is_available() {
    server.stop();
    try (BerthProcess berth = launch("BERTH_DB_WAIT_SECONDS", "300")) {
      awaitLog(berth, WAITING);
      server.startAgain();
      berth.ready();
      assertThat(berth.client(KEY).get("/networks").ids()).hasSize(1);
      assertThat(berth.log()).doesNotContain("DOES NOT START").doesNotContain("\tat ");
    }
  }

  @Test
  void exits_after_the_timeout_and_on_sigterm_while_waiting() {
    server.stop();
    try (BerthProcess impatient = launch("BERTH_DB_WAIT_SECONDS", "2");
        BerthProcess patient = launch("BERTH_DB_WAIT_SECONDS", "600")) {
      assertThat(impatient.exitCode()).isEqualTo(1);
      assertThat(impatient.log())
          .contains(WAITING)
          .contains("BERTH DOES NOT START. The database cannot be reached");
      awaitLog(patient, WAITING);
      patient.terminate();
      assertThat(patient.exitCode()).isEqualTo(143);
    } finally {
      server.startAgain();
    }
  }

  @Test
  void does_not_wait_after_a_wrong_password() throws SQLException {
    try (Connection first = database.connect();
        Statement statement = first.createStatement()) {
      if (database.isMySql()) {
        // The test server checks passwords only after this statement.
        statement.execute("flush privileges");
      }
    }
    try (BerthProcess berth = launch("BERTH_DB_PASSWORD", "wrong")) {
      assertThat(berth.exitCode()).isEqualTo(1);
      assertThat(berth.log()).contains("BERTH DOES NOT START").doesNotContain(WAITING);
    }
  }

  @Test
  void refuses_a_malformed_wait() {
    try (BerthProcess berth = launch("BERTH_DB_WAIT_SECONDS", "soon")) {
      assertThat(berth.exitCode()).isEqualTo(1);
      assertThat(berth.log()).contains("BERTH_DB_WAIT_SECONDS must be a whole number of seconds");
    }
  }
}
