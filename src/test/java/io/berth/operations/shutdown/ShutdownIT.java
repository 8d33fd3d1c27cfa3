package io.berth.operations.shutdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.berth.testing.ApiClient;
import io.berth.testing.ApiResponse;
import io.berth.testing.BerthProcess;
import io.berth.testing.Concurrently;
import io.berth.testing.Database;
import io.berth.testing.MetricsScrape;
import io.berth.testing.SharedBerth;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** SIGTERM: requests in flight get their response, new ones are refused, the process ends. */
class ShutdownIT {
  private static final String KEY = "scp_u_0123456789abcdefghijklmnopqrstuv";

  /** Grace period and halt take 18 s on an idle machine. */
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private static final Duration SOON = Duration.ofSeconds(6);

  /** The exit code of a JVM after SIGTERM. */
  private static final int EXIT_CODE = 143;

  private final Database database = SharedBerth.emptyDatabase();
  private final Path directory = SharedBerth.directory("berth-shutdown");
  private long terminatedAt;

  @AfterEach
  void remove_directory() {
    SharedBerth.remove(directory);
  }

  @Test
  void finishes_requests_in_flight_and_refuses_new_ones() throws Exception {
    try (BerthProcess berth = start();
        Connection other = database.connect();
        Statement statement = other.createStatement();
        Socket idle = new Socket("127.0.0.1", berth.port())) {
      ApiClient http2 = berth.client(KEY);
      ApiClient http1 = http2.overHttp1();
      ShutdownFixture host = ShutdownFixture.on(http2);
      assertThat(exchange(idle, "GET /api/health HTTP/1.1\r\nHost: berth\r\n\r\n"))
          .contains(" 200 ");
      other.setAutoCommit(false);
      statement.executeQuery("select id from host for update");
      var first = CompletableFuture.supplyAsync(() -> http1.post("/ports", host.port(81)));
      var second = CompletableFuture.supplyAsync(() -> http2.post("/ports", host.port(82)));
      await().until(() -> number(statement, waitingSessions()) == 2);

      terminate(berth);
      await().atMost(SOON).until(() -> http1.get("/networks").status() == 503);
      assertThat(refusal(http1).header("Connection")).isEqualTo("close");
      refusal(http2);
      assertThat(MetricsScrape.of(berth).requests("GET", 503)).isGreaterThanOrEqualTo(2);
      assertThat(MetricsScrape.of(berth).refusals("unavailable")).isGreaterThanOrEqualTo(2);
      ApiClient health = berth.client("").overHttp1();
      assertThat(health.get("/api/../health/ready").status()).isEqualTo(503);
      assertThat(health.get("/api/../health/live").status()).isEqualTo(200);
      assertThat(MetricsScrape.of(berth).value("berth_requests_in_flight")).isEqualTo(2);
      assertThat(List.of(first.isDone(), second.isDone())).containsOnly(false);

      other.rollback();
      assertThat(first.get(10, TimeUnit.SECONDS).data().get("number").asInt()).isEqualTo(81);
      assertThat(second.get(10, TimeUnit.SECONDS).data().get("number").asInt()).isEqualTo(82);
      assertThat(berth.exitCode()).isEqualTo(EXIT_CODE);
      assertThat(sinceTerminated()).isLessThan(LONGEST);
      assertThat(number(statement, "select count(*) from port where number in (81, 82)"))
          .isEqualTo(2);
      assertThat(berth.log()).doesNotContain("Exception");
    }
  }

  @Test
  void ends_in_time_although_a_request_does_not_end() throws Exception {
    try (BerthProcess berth = start();
        Connection other = database.connect();
        Statement statement = other.createStatement()) {
      ApiClient client = berth.client(KEY);
      ShutdownFixture host = ShutdownFixture.on(client);
      other.setAutoCommit(false);
      statement.executeQuery("select id from host for update");
      var endless =
          CompletableFuture.runAsync(() -> client.overHttp1().post("/ports", host.port(81)));
      await().until(() -> number(statement, waitingSessions()) == 1);
      terminate(berth);
      assertThat(berth.exitCode()).isEqualTo(EXIT_CODE);
      assertThat(sinceTerminated()).isLessThan(LONGEST);
      assertThat(endless).failsWithin(SOON);
      other.rollback();
      assertThat(number(statement, "select count(*) from port")).isZero();
    }
  }

  @Test
  void stores_exactly_the_changes_that_got_a_success_response() throws Exception {
    try (BerthProcess berth = start();
        Connection other = database.connect();
        Statement statement = other.createStatement()) {
      Semaphore written = new Semaphore(0);
      List<Callable<Integer>> writers = new ArrayList<>();
      for (int i = 0; i < Concurrently.SIZE; i++) {
        ApiClient client = i % 2 == 0 ? berth.client(KEY) : berth.client(KEY).overHttp1();
        ShutdownFixture host = ShutdownFixture.on(client);
        writers.add(() -> write(client, host, written));
      }
      var writes = CompletableFuture.supplyAsync(() -> Concurrently.together(writers));
      assertThat(written.tryAcquire(100, 60, TimeUnit.SECONDS)).isTrue();
      terminate(berth);
      int created = writes.get(60, TimeUnit.SECONDS).stream().mapToInt(Integer::intValue).sum();
      assertThat(berth.exitCode()).isEqualTo(EXIT_CODE);
      assertThat(sinceTerminated()).isLessThan(SOON);
      assertThat(created).isGreaterThanOrEqualTo(100);
      assertThat(number(statement, "select count(*) from service")).isEqualTo(created);
      assertThat(number(statement, "select count(*) from binding")).isEqualTo(created);
    }
  }

  /** Creates ports with a service each until it is refused; returns the number of services. */
  private static int write(ApiClient client, ShutdownFixture host, Semaphore written) {
    int created = 0;
    try {
      for (int number : IntStream.rangeClosed(1, 60_000).toArray()) {
        ApiResponse port = client.post("/ports", host.port(number));
        ApiResponse service =
            port.status() == 503 ? port : client.post("/services", host.service(port.id()));
        if (service.status() == 503) {
          service.refused(503, "unavailable");
          return created;
        }
        assertThat(service.data().get("bindings")).hasSize(1);
        created++;
        written.release();
      }
    } catch (IllegalStateException disconnected) {
      assertThat(disconnected).hasCauseInstanceOf(IOException.class);
    }
    return created;
  }

  @Test
  void reads_the_rest_of_a_body_and_stores_it_in_the_embedded_database() throws Exception {
    Map<String, String> embedded = Map.of("BERTH_DATA_DIR", "data", "BERTH_BOOTSTRAP_API_KEY", KEY);
    try (BerthProcess berth = BerthProcess.start(directory, embedded);
        Socket slow = new Socket("127.0.0.1", berth.port())) {
      String body = ShutdownFixture.on(berth.client(KEY)).host("late");
      String head =
          "POST /api/v1/hosts HTTP/1.1\r\nHost: berth\r\nContent-Type: application/json\r\n"
              + "Authorization: Bearer %s\r\nContent-Length: %d\r\nExpect: 100-continue\r\n\r\n"
                  .formatted(KEY, body.length());
      assertThat(exchange(slow, head)).contains(" 100 ");
      await().until(() -> MetricsScrape.of(berth).value("berth_requests_in_flight") == 1);
      terminate(berth);
      await().atMost(SOON).until(() -> berth.client(KEY).get("/networks").status() == 503);
      assertThat(exchange(slow, body)).contains(" 200 ").contains("\"late\"");
      assertThat(berth.exitCode()).isEqualTo(EXIT_CODE);
      assertThat(sinceTerminated()).isLessThan(SOON);
    }
    try (BerthProcess again = BerthProcess.start(directory, embedded)) {
      assertThat(again.client(KEY).get("/hosts").texts("name")).contains("late");
    }
  }

  /** A query for the number of sessions that wait for the lock of a row. */
  private String waitingSessions() {
    return database.isMySql()
        ? "select count(*) from performance_schema.threads"
            + " where processlist_db = schema() and processlist_command = 'Execute'"
        : "select count(*) from information_schema.sessions where blocker_id is not null";
  }

  private static long number(Statement statement, String query) throws SQLException {
    try (ResultSet found = statement.executeQuery(query)) {
      found.next();
      return found.getLong(1);
    }
  }

  /** Sends the text and returns the first bytes of the response. */
  private static String exchange(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    byte[] response = new byte[8192];
    int length = socket.getInputStream().read(response);
    return new String(response, 0, Math.max(length, 0), StandardCharsets.US_ASCII);
  }

  private static ApiResponse refusal(ApiClient client) {
    ApiResponse refusal = client.get("/networks").refused(503, "unavailable");
    assertThat(refusal.header("Retry-After")).isNotEmpty();
    assertThat(refusal.header("Cache-Control")).isEqualTo("no-store");
    return refusal;
  }

  private BerthProcess start() {
    return BerthProcess.start(directory, database.environment(KEY));
  }

  private void terminate(BerthProcess berth) {
    terminatedAt = System.nanoTime();
    berth.terminate();
  }

  private Duration sinceTerminated() {
    return Duration.ofNanos(System.nanoTime() - terminatedAt);
  }
}
