package io.berth.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.ApiClient;
import io.berth.testing.BerthProcess;
import io.berth.testing.Database;
import io.berth.testing.SharedBerth;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Runs several nodes, and other clients, on one database server. */
class NodesIT {
  private static final String KEY = "scp_u_0123456789abcdefghijklmnopqrstuv";

  private final Database database = SharedBerth.emptyDatabase();
  private final Path directory = SharedBerth.directory("berth-nodes");

  @AfterEach
  void cleanUp() {
    SharedBerth.remove(directory);
  }

  private BerthProcess launch() {
    return BerthProcess.launch(directory, database.withShortLockTimeout().environment(KEY));
  }

  @Test
  void two_nodes_that_start_at_once_bootstrap_once() {
    try (BerthProcess first = launch();
        BerthProcess second = launch()) {
      first.ready();
      second.ready();
      assertThat(first.client(KEY).get("/networks").ids())
          .hasSize(1)
          .isEqualTo(second.client(KEY).get("/networks").ids());
      assertThat(first.client(KEY).get("/auth/keys").ids()).hasSize(1);
      assertThat(first.log() + second.log()).containsOnlyOnce("BERTH: FIRST START");
    }
  }

  @Test
  void retries_a_locked_host_and_then_refuses() throws SQLException {
    try (BerthProcess berth = launch().ready();
        Connection other = database.connect();
        Statement lock = other.createStatement()) {
      ApiClient client = berth.client(KEY);
      String network = client.get("/networks").ids().get(0);
      String host = client.post("/hosts", Map.of("name", "h", "network_id", network)).id();
      other.setAutoCommit(false);
      lock.executeQuery("select id from host for update");
      var port = Map.of("host_id", host, "network_id", network, "number", 80, "protocol", "Tcp");
      var refused = client.post("/ports", port).refused(503, "unavailable");
      assertThat(refused.headers().firstValue("Retry-After")).isPresent();
      other.rollback();
      client.post("/ports", port).data();
    }
  }
}
