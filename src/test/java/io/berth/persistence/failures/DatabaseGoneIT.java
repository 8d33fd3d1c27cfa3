package io.berth.persistence.failures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.berth.testing.ApiClient;
import io.berth.testing.ApiResponse;
import io.berth.testing.BerthProcess;
import io.berth.testing.Concurrently;
import io.berth.testing.DatabaseServer;
import io.berth.testing.MetricsScrape;
import io.berth.testing.SharedBerth;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Stops and restarts the database while Berth runs. */
class DatabaseGoneIT {
  private static final String KEY = "scp_u_0123456789abcdefghijklmnopqrstuv";

  private final DatabaseServer server = DatabaseServer.startNew();
  private final Path directory = SharedBerth.directory("berth-database-gone");
  private final BerthProcess berth =
      BerthProcess.start(directory, server.create().environment(KEY));

  @AfterEach
  void stop() {
    berth.close();
    server.close();
    SharedBerth.remove(directory);
  }

  private List<ApiResponse> concurrently(Supplier<ApiResponse> call) {
    return Concurrently.together(Collections.nCopies(2 * Concurrently.SIZE, call::get));
  }

  /** The duration of a call, which must be refused. */
  private static Duration refused(Supplier<ApiResponse> call) {
    long start = System.nanoTime();
    ApiResponse response = call.get().refused(503, "unavailable");
    assertThat(response.header("Retry-After")).isNotEmpty();
    return Duration.ofNanos(System.nanoTime() - start);
  }

  @Test
  void returns_503_during_an_outage_and_recovers() {
    ApiClient client = berth.client(KEY);
    String network = client.get("/networks").ids().get(0);
    Map<String, Object> host = Map.of("name", "h", "network_id", network);
    assertThat(concurrently(() -> client.post("/hosts", host)))
        .extracting(ApiResponse::status)
        .containsOnly(200);
    server.stop();
    List<Callable<Duration>> calls = new ArrayList<>();
    for (int i = 0; i < Concurrently.SIZE; i++) {
      calls.add(() -> refused(() -> client.get("/networks")));
      calls.add(() -> refused(() -> client.post("/hosts", host)));
    }
    assertThat(Concurrently.together(calls)).allMatch(took -> took.toMillis() < 2000);
    assertThat(berth.client("").get("/api/../health/ready").status()).isEqualTo(503);
    assertThat(berth.client("").get("/api/../health/live").status()).isEqualTo(200);
    assertThat(berth.client("").get("/api/health").status()).isEqualTo(200);
    server.startAgain();
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> berth.client(KEY).get("/networks").status() == 200);
    assertThat(concurrently(() -> client.post("/hosts", host)))
        .extracting(ApiResponse::status)
        .containsOnly(200);
    assertThat(berth.client("").get("/api/../health/ready").status()).isEqualTo(200);
    await().until(() -> MetricsScrape.of(berth).connections("in_use") == 0);
  }
}
