package io.berth.persistence.failures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.berth.testing.ApiResponse;
import io.berth.testing.Concurrently;
import io.berth.testing.MetricsScrape;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Tests a database server that does not respond, or not in time. */
@TestInstance(Lifecycle.PER_CLASS)
@EnabledIfSystemProperty(named = "berth.test.database", matches = "mysql")
class DatabaseSilentIT {
  private static final Duration RECOVERY_TIMEOUT = Duration.ofSeconds(60);
  private static final Duration MAX_RESPONSE_TIME = Duration.ofSeconds(5);

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

  @Test
  void serves_reads_while_the_last_use_of_the_key_cannot_be_stored() throws SQLException {
    try (Connection root = fault.connectAsRoot();
        Statement lock = root.createStatement()) {
      lock.executeUpdate("update api_key set last_used = 1");
      root.setAutoCommit(false);
      lock.executeQuery("select * from api_key for update");
      assertThat(fault.client.get("/hosts").status()).isEqualTo(200);
      fault.waiting();
      Callable<Duration> read = () -> FailingServer.timed(fault::get);
      assertThat(Concurrently.together(Collections.nCopies(40, read)))
          .allMatch(took -> took.compareTo(MAX_RESPONSE_TIME) < 0);
      root.rollback();
    }
    await()
        .until(
            () ->
                fault
                    .server
                    .query(
                        "select last_used from " + fault.schema() + ".api_key where last_used > 1")
                    .size(),
            stored -> stored == 1);
  }

  @Test
  void refuses_requests_within_5_s_while_the_server_is_frozen() {
    fault.createHost();
    fault.server.signal("STOP");
    try {
      List<Callable<Duration>> calls =
          Stream.<Callable<ApiResponse>>of(
                  fault::get, fault::createHost, () -> fault.health("/api/health"))
              .flatMap(call -> Collections.nCopies(20, call).stream())
              .<Callable<Duration>>map(call -> () -> FailingServer.timed(call))
              .toList();
      assertThat(Concurrently.together(60, calls))
          .allMatch(took -> took.compareTo(MAX_RESPONSE_TIME) < 0);
      fault.get().refused(503, "unavailable");
      assertThat(fault.health("/api/health").status()).isEqualTo(200);
      assertThat(fault.health("/api/../health/ready").status()).isEqualTo(503);
      assertThat(fault.health("/api/../health/live").status()).isEqualTo(200);
    } finally {
      fault.server.signal("CONT");
    }
    await().atMost(MAX_RESPONSE_TIME).until(() -> fault.get().status() == 200);
    assertThat(fault.createHost().status()).isEqualTo(200);
    await()
        .atMost(MAX_RESPONSE_TIME)
        .until(() -> fault.health("/api/../health/ready").status() == 200);
  }

  @Test
  void logs_the_begin_and_the_end_of_an_outage_once() {
    await()
        .atMost(RECOVERY_TIMEOUT)
        .until(() -> lines("database fails") == lines("database no longer fails"));
    long before = lines("The database fails (UNREACHABLE)");
    double counted = failures();
    fault.server.stop();
    int length = fault.berth.log().length();
    for (int i = 0; i < 50; i++) {
      fault.get().refused(503, "unavailable");
      fault.createHost().refused(503, "unavailable");
    }
    assertThat(fault.berth.log().substring(length).getBytes().length).isLessThan(4000);
    fault.server.startAgain();
    await()
        .atMost(RECOVERY_TIMEOUT)
        .until(() -> lines("database fails") == lines("database no longer fails"));
    assertThat(lines("The database fails (UNREACHABLE)")).isEqualTo(before + 1);
    assertThat(failures()).isGreaterThan(counted);
    assertThat(fault.get().status()).isEqualTo(200);
  }

  private long lines(String text) {
    return fault.berth.log().lines().filter(line -> line.contains(text)).count();
  }

  private double failures() {
    return MetricsScrape.of(fault.berth).value("berth_db_failures_total", "kind=\"unreachable\"");
  }
}
