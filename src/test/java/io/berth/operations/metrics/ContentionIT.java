package io.berth.operations.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.berth.testing.ApiClient;
import io.berth.testing.ApiResponse;
import io.berth.testing.BerthProcess;
import io.berth.testing.Database;
import io.berth.testing.MetricsScrape;
import io.berth.testing.SharedBerth;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Metrics while another connection holds a row lock that Berth needs. */
class ContentionIT {
  private static final String KEY = "scp_u_0123456789abcdefghijklmnopqrstuv";

  /** Set by Berth; the default of the database may differ. */
  private static final String READ_COMMITTED = "READ COMMITTED";

  /** One attempt and seven retries. */
  private static final int ATTEMPTS = 8;

  private final Database database = SharedBerth.emptyDatabase();
  private final Path directory = SharedBerth.directory("berth-contention");
  private final BerthProcess berth =
      BerthProcess.start(directory, database.withShortLockTimeout().environment(KEY));
  private final ApiClient client = berth.client(KEY).overHttp1();

  @AfterEach
  void end() {
    berth.close();
    SharedBerth.remove(directory);
  }

  private Map<String, Object> portBody() {
    String network = client.get("/networks").ids().get(0);
    String host = client.post("/hosts", Map.of("name", "h", "network_id", network)).id();
    return Map.of("host_id", host, "network_id", network, "number", 80, "protocol", "Tcp");
  }

  private String isolationOfWaitingTransaction() throws SQLException {
    try (Connection observer = database.connect();
        Statement statement = observer.createStatement()) {
      String isolationQuery = isolationQuery(observer.getMetaData().getDatabaseProductVersion());
      AtomicReference<String> isolation = new AtomicReference<>();
      await()
          .until(
              () -> {
                try (ResultSet row = statement.executeQuery(isolationQuery)) {
                  isolation.set(row.next() ? row.getString(1).replace('-', ' ') : null);
                  return isolation.get() != null;
                }
              });
      return isolation.get();
    }
  }

  private String isolationQuery(String version) {
    if (!database.isMySql()) {
      return "select isolation_level from information_schema.sessions where blocker_id is not null";
    }
    return version.contains("MariaDB")
        ? "select trx_isolation_level from information_schema.innodb_trx"
            + " where trx_state = 'LOCK WAIT'"
        : "select variable_value from performance_schema.variables_by_thread"
            + " join performance_schema.threads using (thread_id)"
            + " where variable_name = 'transaction_isolation' and processlist_db = schema()"
            + " and processlist_command = 'Execute'";
  }

  private MetricsScrape scrape() {
    return MetricsScrape.of(berth);
  }

  @Test
  void counts_each_attempt_and_one_response_and_reports_the_connection_in_use()
      throws SQLException {
    Map<String, Object> portBody = portBody();
    assertThat(scrape().value("berth_contended_transactions_total")).isZero();
    try (Connection other = database.connect();
        Statement lock = other.createStatement()) {
      other.setAutoCommit(false);
      lock.executeQuery("select id from host for update");
      CompletableFuture<ApiResponse> refused =
          CompletableFuture.supplyAsync(() -> client.post("/ports", portBody));
      await().until(() -> scrape().connections("in_use") == 1);
      assertThat(isolationOfWaitingTransaction()).isEqualTo(READ_COMMITTED);
      refused.join().refused(503, "unavailable");
      other.rollback();
    }
    assertThat(scrape().value("berth_contended_transactions_total")).isEqualTo(ATTEMPTS);
    assertThat(scrape().refusals("unavailable")).isEqualTo(1);
    assertThat(scrape().requests("POST", 503)).isEqualTo(1);
    client.post("/ports", portBody).data();
    await().until(() -> scrape().connections("in_use") == 0);
    assertThat(scrape().value("berth_contended_transactions_total")).isEqualTo(ATTEMPTS);
  }
}
