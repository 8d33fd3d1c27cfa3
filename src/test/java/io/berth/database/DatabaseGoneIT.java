package io.berth.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.berth.testing.Answer;
import io.berth.testing.BerthProcess;
import io.berth.testing.SharedBerth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.h2.tools.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database goes away while Berth runs, and comes back. */
class DatabaseGoneIT {
  private static final String KEY = "scp_u_0123456789abcdefghijklmnopqrstuv";

  private Path directory;
  private Server database;
  private BerthProcess berth;

  @BeforeEach
  void start() throws IOException, SQLException {
    directory = Files.createTempDirectory("berth-database-gone");
    database = serve("0");
    berth =
        BerthProcess.start(
            directory,
            Map.of(
                "BERTH_DB_URL",
                "jdbc:h2:tcp://127.0.0.1:" + database.getPort() + "/./berth",
                "BERTH_BOOTSTRAP_API_KEY",
                KEY));
  }

  @AfterEach
  void end() {
    berth.close();
    database.stop();
    SharedBerth.remove(directory);
  }

  private Server serve(String port) throws SQLException {
    return Server.createTcpServer(
            "-tcpPort", port, "-ifNotExists", "-baseDir", directory.toString())
        .start();
  }

  @Test
  void answers_503_soon_without_its_database_and_goes_on_when_it_is_back() throws SQLException {
    berth.client(KEY).get("/networks").data();
    int port = database.getPort();
    database.stop();
    long asked = System.nanoTime();
    Answer away = berth.client(KEY).get("/networks").refused(503, "unavailable");
    assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(2));
    assertThat(away.headers().firstValue("Retry-After")).isPresent();
    assertThat(berth.client("").get("/api/../health/ready").status()).isEqualTo(503);
    assertThat(berth.client("").get("/api/../health/live").status()).isEqualTo(200);
    assertThat(berth.client("").get("/api/health").status()).isEqualTo(200);
    database = serve(String.valueOf(port));
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> berth.client(KEY).get("/networks").status() == 200);
  }
}
