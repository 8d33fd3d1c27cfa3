package io.berth.http.filters;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.ApiClient;
import io.berth.testing.RawHttp;
import io.berth.testing.SharedBerth;
import io.berth.testing.TestNetwork;
import io.berth.testing.TestTenant;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks which responses are compressed. */
class GzipIT {
  private final TestNetwork network = TestTenant.create().network();
  private final ApiClient client = network.client();

  private HttpResponse<byte[]> get(Version version, String path, String accepted) {
    URI uri = SharedBerth.berth().client("").server().resolve("/api" + path);
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .version(version)
            .header("Authorization", "Bearer " + client.key())
            .header("Accept-Encoding", accepted)
            .build();
    try {
      return HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private HttpResponse<byte[]> get(String path, String accepted) {
    return get(Version.HTTP_1_1, path, accepted);
  }

  private static String encoding(HttpResponse<?> response) {
    return response.headers().firstValue("Content-Encoding").orElse("");
  }

  private static String decompressed(HttpResponse<byte[]> response) throws IOException {
    assertThat(encoding(response)).isEqualTo("gzip");
    try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @EnumSource(Version.class)
  void compresses_a_long_response(Version version) throws IOException {
    String problems = decompressed(get(version, "/problems", "gzip"));
    assertThat(problems).startsWith("{\"success\":true,").contains("\"meta\":{").endsWith("}}");
  }

  @ParameterizedTest
  @EnumSource(Version.class)
  void compresses_a_streamed_list(Version version) throws IOException {
    for (int i = 0; i < 40; i++) {
      network.host();
    }
    HttpResponse<byte[]> compressed = get(version, "/v1/hosts?limit=0", "gzip");
    assertThat(decompressed(compressed)).isEqualTo(client.get("/hosts?limit=0").text());
    assertThat(compressed.body()).hasSizeLessThan(client.get("/hosts?limit=0").text().length() / 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "GZIP", "br, gzip;q=0.5", "*", "deflate, *;q=0.1"})
  void compresses_for_clients_that_accept_gzip(String accepted) {
    assertThat(encoding(get("/problems", accepted))).isEqualTo("gzip");
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "br", "gzip;q=0", "*;q=0", "gzip;q=0.1, identity"})
  void does_not_compress_for_other_clients(String accepted) {
    assertThat(encoding(get("/problems", accepted))).isEmpty();
  }

  @Test
  void does_not_compress_a_short_response() {
    HttpResponse<byte[]> response = get("/version", "gzip");
    assertThat(encoding(response)).isEmpty();
    assertThat(new String(response.body(), StandardCharsets.UTF_8)).startsWith("{\"success\":true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/version", "/problems", "/v1/hosts", "/v1/nothing"})
  void sends_vary_accept_encoding(String path) {
    assertThat(get(path, "identity").headers().allValues("Vary")).contains("Accept-Encoding");
  }

  @Test
  void does_not_compress_head_responses() {
    String head = RawHttp.send("HEAD /api/problems HTTP/1.1", "Accept-Encoding: gzip");
    assertThat(RawHttp.header(head, "Content-Encoding")).isEmpty();
  }
}
