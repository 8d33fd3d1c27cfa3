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

/** The database is not there when Berth starts. */
class DatabaseWaitIT {
  private static final String KEY = "scp_u_0123456789abcdefghijklmnopqrstuv";
  private static final String WAITING = "Waiting for the database jdbc:";
  private static final Duration LONG = Duration.ofSeconds(90);

  private final DatabaseServer server = DatabaseServer.startNew();
  private final Database database = server.create();
  private final Path directory = SharedBerth.directory("berth-database-wait");

  @AfterEach
  void end() {
    server.close();
    SharedBerth.remove(directory);
  }

  private BerthProcess launch(String setting, String value) {
    Map<String, String> environment = new HashMap<>(database.environment(KEY));
    environment.put(setting, value);
    return BerthProcess.launch(directory, environment);
  }

  private static void awaitLog(BerthProcess berth, String text) {
    await().atMost(LONG).until(() -> berth.log().contains(text));
  }

  @Test
  void starts_when_the_database_is_there() {
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
  void gives_up_in_time_and_ends_while_it_waits() {
    server.stop();
    try (BerthProcess impatient = launch("BERTH_DB_WAIT_SECONDS", "2");
        BerthProcess patient = launch("BERTH_DB_WAIT_SECONDS", "600")) {
      assertThat(impatient.exitCode()).isEqualTo(1);
      assertThat(impatient.log())
          .contains(WAITING)
          .contains("BERTH DOES NOT START. The database can't be reached");
      awaitLog(patient, WAITING);
      patient.terminate();
      assertThat(patient.exitCode()).isEqualTo(143);
    } finally {
      server.startAgain();
    }
  }

  @Test
  void does_not_wait_for_a_password_that_is_wrong() throws SQLException {
    try (Connection first = database.connect();
        Statement statement = first.createStatement()) {
      if (database.isMySql()) {
        // The server of the tests looks at no password until it is told to.
        statement.execute("flush privileges");
      }
    }
    try (BerthProcess berth = launch("BERTH_DB_PASSWORD", "wrong")) {
      assertThat(berth.exitCode()).isEqualTo(1);
      assertThat(berth.log()).contains("BERTH DOES NOT START").doesNotContain(WAITING);
    }
  }

  @Test
  void refuses_a_wait_that_is_no_number() {
    try (BerthProcess berth = launch("BERTH_DB_WAIT_SECONDS", "soon")) {
      assertThat(berth.exitCode()).isEqualTo(1);
      assertThat(berth.log()).contains("BERTH_DB_WAIT_SECONDS must be a whole number of seconds");
    }
  }
}
