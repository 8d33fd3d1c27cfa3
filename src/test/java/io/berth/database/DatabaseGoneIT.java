package io.berth.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.berth.testing.Answer;
import io.berth.testing.BerthProcess;
import io.berth.testing.DatabaseServer;
import io.berth.testing.SharedBerth;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The database goes away while Berth runs, and comes back. */
class DatabaseGoneIT {
  private static final String KEY = "scp_u_0123456789abcdefghijklmnopqrstuv";

  private final DatabaseServer server = DatabaseServer.own();
  private final Path directory = SharedBerth.directory("berth-database-gone");
  private final BerthProcess berth =
      BerthProcess.start(directory, server.create().environment(KEY));

  @AfterEach
  void end() {
    berth.close();
    server.close();
    SharedBerth.remove(directory);
  }

  @Test
  void answers_503_soon_without_its_database_and_goes_on_when_it_is_back() {
    berth.client(KEY).get("/networks").data();
    server.stop();
    long asked = System.nanoTime();
    Answer away = berth.client(KEY).get("/networks").refused(503, "unavailable");
    assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(2));
    assertThat(away.headers().firstValue("Retry-After")).isPresent();
    assertThat(berth.client("").get("/api/../health/ready").status()).isEqualTo(503);
    assertThat(berth.client("").get("/api/../health/live").status()).isEqualTo(200);
    assertThat(berth.client("").get("/api/health").status()).isEqualTo(200);
    server.startAgain();
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> berth.client(KEY).get("/networks").status() == 200);
  }
}
