package io.berth.persistence.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.berth.persistence.UuidConverter;
import io.berth.testing.ApiClient;
import io.berth.testing.ApiResponse;
import io.berth.testing.BerthProcess;
import io.berth.testing.Concurrently;
import io.berth.testing.Database;
import io.berth.testing.MariaDbServer;
import io.berth.testing.SharedBerth;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Checks that every change confirmed with 200 is stored after a SIGKILL under eight concurrent
 * writers: of Berth with its embedded database, or of the database server.
 */
@Tag("durability")
class DurabilityIT {
  private static final System.Logger LOG = System.getLogger(DurabilityIT.class.getName());
  private static final String KEY = "scp_u_0123456789abcdefghijklmnopqrstuv";
  private static final int WRITERS = 8;

  /** Each kill needs a start of Berth; the Maven profile sets the full number. */
  private static final int KILLS_OF_BERTH = Integer.getInteger("berth.durability.kills", 2);

  private static final int KILLS_OF_SERVER = 20;

  /**
   * The responses to await before a kill; each kill waits for this many more than the previous one.
   */
  private static final int STEP = 25;

  private final Path directory = SharedBerth.directory("berth-durability");
  private final Set<String> confirmed = ConcurrentHashMap.newKeySet();

  @AfterEach
  void cleanUp() {
    SharedBerth.remove(directory);
  }

  private static boolean isMySqlRun() {
    return System.getProperty("berth.test.database", "h2").equals("mysql");
  }

  @Test
  void keeps_confirmed_writes_when_berth_is_killed() {
    assumeThat(isMySqlRun()).isFalse();
    Map<String, String> environment =
        Map.of("BERTH_BOOTSTRAP_API_KEY", KEY, "BERTH_RATE_LIMIT", "0");
    BerthProcess berth = BerthProcess.start(directory, environment);
    try {
      for (int kill = 0; kill < KILLS_OF_BERTH; kill++) {
        writeUntil(berth.client(KEY), 1 + kill * STEP, berth::kill);
        berth = BerthProcess.start(directory, environment);
        assertThat(new HashSet<>(berth.client(KEY).get("/hosts?limit=0").ids()))
            .as("after kill %d", kill + 1)
            .containsAll(confirmed);
      }
      LOG.log(System.Logger.Level.INFO, "{0} answers, all stored", confirmed.size());
    } finally {
      berth.kill();
    }
  }

  @Test
  void keeps_confirmed_writes_when_the_database_server_is_killed() throws SQLException {
    assumeThat(isMySqlRun()).isTrue();
    try (MariaDbServer server = new MariaDbServer()) {
      Database database = server.create();
      try (BerthProcess berth = BerthProcess.start(directory, database.environment(KEY))) {
        for (int kill = 0; kill < KILLS_OF_SERVER; kill++) {
          writeUntil(berth.client(KEY), 1 + kill * STEP, server::kill);
          server.startAgain();
          assertThat(hosts(database)).as("after kill %d", kill + 1).containsAll(confirmed);
        }
        LOG.log(System.Logger.Level.INFO, "{0} answers, all stored", confirmed.size());
      }
    }
  }

  /** Kills the process after this number of further confirmed writes. */
  private void writeUntil(ApiClient client, int writes, Runnable kill) {
    await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .until(() -> client.get("/networks").status() == 200);
    String network = client.get("/networks").ids().get(0);
    int before = confirmed.size();
    AtomicBoolean killed = new AtomicBoolean();
    CompletableFuture<Void> writing =
        CompletableFuture.runAsync(
            () ->
                Concurrently.together(
                    WRITERS, Collections.nCopies(WRITERS, () -> write(client, network, killed))));
    try {
      await()
          .atMost(Duration.ofMinutes(2))
          .pollInterval(Duration.ofMillis(5))
          .until(() -> writing.isDone() || confirmed.size() >= before + writes);
      assertThat(writing).as("writes until the kill").isNotDone();
    } finally {
      kill.run();
      killed.set(true);
    }
    writing.join();
  }

  private boolean write(ApiClient client, String network, AtomicBoolean killed) {
    Map<String, Object> host = Map.of("name", "host", "network_id", network);
    while (!killed.get()) {
      try {
        ApiResponse response = client.post("/hosts", host);
        if (response.status() == 200) {
          confirmed.add(response.id());
        }
      } catch (ApiClient.NoResponseException killedServer) {
        return true;
      }
    }
    return true;
  }

  private static Set<String> hosts(Database database) throws SQLException {
    Set<String> ids = new HashSet<>();
    try (Connection connection = database.connect();
        Statement select = connection.createStatement();
        ResultSet rows = select.executeQuery("select id from host")) {
      while (rows.next()) {
        ids.add(new UuidConverter().convertToEntityAttribute(rows.getBytes(1)).toString());
      }
    }
    return ids;
  }
}
