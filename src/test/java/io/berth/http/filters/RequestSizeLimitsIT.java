package io.berth.http.filters;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.ApiClient;
import io.berth.testing.ApiResponse;
import io.berth.testing.RawHttp;
import io.berth.testing.SharedBerth;
import io.berth.testing.TestNetwork;
import io.berth.testing.TestTenant;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks the size limits of requests. */
class RequestSizeLimitsIT {
  private static final int LIMIT = 2 * 1024 * 1024;

  private final TestNetwork network = TestTenant.create().network();
  private final ApiClient client = network.client().overHttp1();

  private ApiResponse post(BodyPublisher body, String... headers) {
    return client.send("POST", "/hosts", body, List.of(headers));
  }

  private byte[] hostBody(int size) {
    String start = "{\"name\":\"h\",\"network_id\":\"" + network.id() + "\",\"x\":\"";
    String end = "\"}";
    return (start + "x".repeat(size - start.length() - end.length()) + end)
        .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void accepts_a_body_of_two_mebibytes() {
    byte[] body = hostBody(LIMIT);
    assertThat(
            post(BodyPublishers.ofByteArray(body), "Content-Type", "application/json").text("name"))
        .isEqualTo("h");
  }

  @Test
  void refuses_a_larger_body() {
    byte[] body = hostBody(LIMIT + 1);
    post(BodyPublishers.ofByteArray(body), "Content-Type", "application/json")
        .refused(413, "payload_too_large");
  }

  @Test
  void refuses_a_larger_chunked_body() {
    byte[] body = hostBody(LIMIT + 1);
    post(
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)),
            "Content-Type",
            "application/json")
        .refused(413, "payload_too_large");
  }

  @Test
  void refuses_a_malformed_chunk() throws IOException {
    String start =
        "POST /api/v1/hosts HTTP/1.1\r\nHost: berth\r\nContent-Type: application/json\r\n"
            + "Authorization: Bearer %s\r\nTransfer-Encoding: chunked\r\n\r\nnonsense\r\n";
    try (Socket socket = RawHttp.begin(SharedBerth.berth(), start.formatted(client.key()))) {
      assertThat(RawHttp.statusLine(socket)).contains(" 400 ");
    }
  }

  @Test
  void refuses_headers_of_more_than_8_kib() {
    assertThat(
            RawHttp.status(
                RawHttp.send("GET /api/version HTTP/1.1", "X-Long: " + "a".repeat(9000))))
        .isEqualTo(400);
  }

  @Test
  void refuses_more_than_100_headers() {
    String[] headers = Stream.generate(() -> "X-Many: a").limit(150).toArray(String[]::new);
    assertThat(RawHttp.status(RawHttp.send("GET /api/version HTTP/1.1", headers))).isEqualTo(400);
  }

  @Test
  void refuses_a_query_of_more_than_8_kib() {
    String line = "GET /api/v1/hosts?ids=" + "a".repeat(9000) + " HTTP/1.1";
    assertThat(RawHttp.status(RawHttp.send(line))).isEqualTo(400);
  }
}
