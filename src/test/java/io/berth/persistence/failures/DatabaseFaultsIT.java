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

/** A server that breaks connections, and refuses what it did before. */
@TestInstance(Lifecycle.PER_CLASS)
@EnabledIfSystemProperty(named = "berth.test.database", matches = "mysql")
class DatabaseFaultsIT {
  private final FailingServer fault = new FailingServer();

  @AfterAll
  void end() {
    fault.close();
  }

  /** What one test has done to the pool is nothing to the next. */
  @BeforeEach
  void isWell() {
    await().until(() -> fault.get().status() == 200);
  }

  /** What a write is answered that waits for a lock when its connection meets this. */
  private ApiResponse whileItWaits(String statement) throws SQLException {
    try (Connection other = fault.database.connect();
        Statement lock = other.createStatement()) {
      other.setAutoCommit(false);
      lock.executeQuery("select * from network for update");
      CompletableFuture<ApiResponse> answer = CompletableFuture.supplyAsync(fault::createSubnet);
      fault.server.execute(statement + " " + fault.waiting());
      if (statement.equals("kill")) {
        assertThat(fault.get(5)).containsOnly(200);
      }
      other.rollback();
      return answer.join();
    }
  }

  @Test
  void a_write_whose_connection_is_killed_is_done_on_another_and_no_other_request_meets_it()
      throws SQLException {
    assertThat(whileItWaits("kill").status()).isEqualTo(200);
    assertThat(fault.get(20)).containsOnly(200);
  }

  @Test
  void a_statement_that_is_killed_is_unavailability() throws SQLException {
    whileItWaits("kill query").refused(503, "unavailable");
    assertThat(fault.createSubnet().status()).isEqualTo(200);
  }

  @Test
  void no_request_fails_when_every_connection_is_killed() {
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
      // Every use is due to be stored.
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
  void a_user_who_may_have_no_more_connections_is_unavailability() {
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
  void a_user_without_rights_is_unavailability_until_he_has_them() {
    fault.server.execute("revoke insert on " + fault.schema() + ".* from " + fault.database.user());
    fault.killConnections();
    fault.createHost().refused(503, "unavailable");
    assertThat(fault.get().status()).isEqualTo(200);
    fault.server.execute("grant insert on " + fault.schema() + ".* to " + fault.database.user());
    await().until(() -> fault.createHost().status() == 200);
  }

  @Test
  void more_than_the_server_takes_in_one_statement_is_told_as_such() {
    fault.server.execute("set global max_allowed_packet = 1024");
    fault.killConnections();
    try {
      List<UUID> many = Stream.generate(UUID::randomUUID).limit(5000).toList();
      fault.client.post("/hosts/bulk-delete", many).refused(413, "payload_too_large");
    } finally {
      fault.server.execute("set global max_allowed_packet = 16777216");
      fault.killConnections();
    }
    assertThat(fault.createHost().status()).isEqualTo(200);
  }
}
