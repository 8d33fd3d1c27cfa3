package io.berth.http.filters;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.BerthProcess;
import io.berth.testing.MetricsScrape;
import io.berth.testing.RawHttp;
import io.berth.testing.SharedBerth;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Uses a node with two allowed origins, and the shared node, which allows none. */
@Tag("database-independent")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorsIT {
  private static final String ALLOWED_ORIGIN = "https://ui.example.org";
  private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";

  private Path directory;
  private BerthProcess berth;

  @BeforeAll
  void start() {
    directory = SharedBerth.directory("berth-cors");
    Map<String, String> environment = SharedBerth.database().environment(SharedBerth.FIRST_KEY);
    environment.put("BERTH_CORS_ORIGINS", ALLOWED_ORIGIN + ",http://localhost:5173");
    berth = BerthProcess.start(directory, environment);
  }

  @AfterAll
  void stop() {
    berth.close();
    SharedBerth.remove(directory);
  }

  private static String send(BerthProcess node, String line, String... headers) throws IOException {
    String request =
        line + " HTTP/1.1\r\nHost: b\r\nConnection: close\r\n" + String.join("\r\n", headers);
    try (Socket socket = RawHttp.begin(node, request + "\r\n\r\n")) {
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @CsvSource({"PUT, /api/v1/hosts/1", "POST, /api/v1/hosts", "GET, /api/v1/nothing"})
  void accepts_a_preflight_without_a_key(String method, String path) throws IOException {
    String response =
        send(
            berth,
            "OPTIONS " + path,
            "Origin: " + ALLOWED_ORIGIN,
            "Access-Control-Request-Method: " + method,
            "Access-Control-Request-Headers: authorization, content-type");
    assertThat(RawHttp.status(response)).isEqualTo(204);
    assertThat(RawHttp.header(response, ALLOW_ORIGIN)).isEqualTo(ALLOWED_ORIGIN);
    assertThat(RawHttp.header(response, "Access-Control-Allow-Methods")).contains(method);
    assertThat(RawHttp.header(response, "Access-Control-Allow-Headers"))
        .contains("Authorization", "Content-Type", "X-Request-Id");
    assertThat(response).doesNotContain("Access-Control-Allow-Credentials");
  }

  @Test
  void counts_preflights_in_the_metrics() throws IOException {
    double before = MetricsScrape.of(berth).requests("OPTIONS", 204);
    send(
        berth,
        "OPTIONS /api/v1/hosts",
        "Origin: " + ALLOWED_ORIGIN,
        "Access-Control-Request-Method: POST");
    assertThat(MetricsScrape.of(berth).requests("OPTIONS", 204)).isEqualTo(before + 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/version",
        "GET /api/v1/hosts",
        "GET /api/v1/nothing",
        "GET /nothing",
        "POST /api/version"
      })
  void exposes_every_response_and_its_headers(String line) throws IOException {
    String response = send(berth, line, "Origin: http://localhost:5173", "Content-Length: 0");
    assertThat(RawHttp.header(response, ALLOW_ORIGIN)).isEqualTo("http://localhost:5173");
    assertThat(RawHttp.header(response, "Access-Control-Expose-Headers"))
        .contains("X-Request-Id", "X-RateLimit-Remaining", "Retry-After", "Content-Disposition");
    assertThat(response).contains("Vary: Origin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example.org",
        "https://ui.example.org.evil.org",
        "https://ui.example.org:8443",
        "http://ui.example.org",
        "null",
        "*"
      })
  void refuses_other_origins(String origin) throws IOException {
    String response = send(berth, "GET /api/version", "Origin: " + origin);
    assertThat(response).doesNotContain("Access-Control").contains("Vary: Origin");
  }

  @Test
  void handles_a_preflight_of_another_origin_as_options() throws IOException {
    String response =
        send(
            berth,
            "OPTIONS /api/v1/hosts",
            "Origin: https://evil.example.org",
            "Access-Control-Request-Method: POST");
    assertThat(response).contains("Allow: ").doesNotContain("Access-Control");
  }

  @Test
  void allows_no_origin_by_default() throws IOException {
    assertThat(send(SharedBerth.berth(), "GET /api/version", "Origin: " + ALLOWED_ORIGIN))
        .doesNotContain("Access-Control", "Vary: Origin");
  }
}
