package io.berth.persistence.failures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.berth.testing.ApiResponse;
import io.berth.testing.Concurrently;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Tests a database server that breaks connections, or refuses requests that it accepted before. */
@TestInstance(Lifecycle.PER_CLASS)
@EnabledIfSystemProperty(named = "berth.test.database", matches = "mysql")
class DatabaseFaultsIT {
  private final FailingServer fault = new FailingServer();

  @AfterAll
  void stop() {
    fault.close();
  }

  /** Waits for the pool to recover from the previous test. */
  @BeforeEach
  void awaitRecovery() {
    await().until(() -> fault.get().status() == 200);
  }

  /**
   * Applies the statement to the connection of a write that waits for a lock; returns its response.
   */
  private ApiResponse executeDuringLockWait(String statement) throws SQLException {
    try (Connection other = fault.database.connect();
        Statement lock = other.createStatement()) {
      other.setAutoCommit(false);
      lock.executeQuery("select * from network for update");
      CompletableFuture<ApiResponse> response = CompletableFuture.supplyAsync(fault::createSubnet);
      fault.server.execute(statement + " " + fault.waiting());
      if (statement.equals("kill")) {
        assertThat(fault.get(5)).containsOnly(200);
      }
      other.rollback();
      return response.join();
    }
  }

  @Test
  void retries_a_write_whose_connection_is_killed() throws SQLException {
    assertThat(executeDuringLockWait("kill").status()).isEqualTo(200);
    assertThat(fault.get(20)).containsOnly(200);
  }

  @Test
  void refuses_a_killed_statement_as_unavailable() throws SQLException {
    executeDuringLockWait("kill query").refused(503, "unavailable");
    assertThat(fault.createSubnet().status()).isEqualTo(200);
  }

  @Test
  void replaces_killed_connections_without_a_failed_request() {
    for (int i = 0; i < 3; i++) {
      Concurrently.together(
          Collections.<Callable<ApiResponse>>nCopies(Concurrently.SIZE, fault::get));
      fault.killConnections();
      assertThat(
              Concurrently.together(
                  Collections.<Callable<ApiResponse>>nCopies(Concurrently.SIZE, fault::get)))
          .extracting(ApiResponse::status)
          .containsOnly(200);
      fault.killConnections();
      assertThat(fault.createHost().status()).isEqualTo(200);
    }
  }

  @Test
  void a_read_only_server_refuses_writes_and_serves_reads() throws SQLException {
    fault.server.execute("set global read_only = on");
    try (Connection root = fault.connectAsRoot();
        Statement update = root.createStatement()) {
      // Makes every key due for an update of its last use.
      update.executeUpdate("update api_key set last_used = 1");
      assertThat(fault.createHost().refused(503, "unavailable").json().get("error").asText())
          .contains("read-only");
      assertThat(fault.get(20)).containsOnly(200);
      assertThat(fault.health("/api/../health/ready").status()).isEqualTo(200);
      fault.server.execute("set global read_only = off");
      assertThat(fault.createHost().status()).isEqualTo(200);
    } finally {
      fault.server.execute("set global read_only = off");
    }
  }

  @Test
  void refuses_requests_beyond_the_connection_limit_as_unavailable() {
    fault.server.execute("alter user " + fault.database.user() + " with max_user_connections 4");
    fault.killConnections();
    try {
      assertThat(
              Concurrently.together(
                  Collections.<Callable<ApiResponse>>nCopies(64, fault::createHost)))
          .extracting(ApiResponse::status)
          .isSubsetOf(200, 503)
          .contains(200);
    } finally {
      fault.server.execute("alter user " + fault.database.user() + " with max_user_connections 0");
    }
  }

  @Test
  void refuses_writes_until_the_user_has_the_privilege() {
    fault.server.execute("revoke insert on " + fault.schema() + ".* from " + fault.database.user());
    fault.killConnections();
    fault.createHost().refused(503, "unavailable");
    assertThat(fault.get().status()).isEqualTo(200);
    fault.server.execute("grant insert on " + fault.schema() + ".* to " + fault.database.user());
    await().until(() -> fault.createHost().status() == 200);
  }

  @Test
  void refuses_a_statement_above_the_packet_limit_as_too_large() {
    fault.server.execute("set global max_allowed_packet = 1024");
    fault.killConnections();
    try {
      List<UUID> ids = Stream.generate(UUID::randomUUID).limit(5000).toList();
      fault.client.post("/hosts/bulk-delete", ids).refused(413, "payload_too_large");
    } finally {
      fault.server.execute("set global max_allowed_packet = 16777216");
      fault.killConnections();
    }
    assertThat(fault.createHost().status()).isEqualTo(200);
  }
}
