package io.berth.http.filters;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.ApiClient;
import io.berth.testing.ApiResponse;
import io.berth.testing.RawHttp;
import io.berth.testing.TestTenant;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks the headers of every kind of response. */
@Tag("database-independent")
class HeadersIT {
  private final ApiClient client = TestTenant.create().owner();

  private ApiResponse send(String method, String path) {
    return client.send(method, path, BodyPublishers.noBody(), List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/v1/hosts, 200",
    "GET, /api/health, 200",
    "GET, /api/v1/hosts/nonsense, 400",
    "GET, /api/v1/hosts/01a20e1f-44d5-7648-80c0-f30a359a78fd, 404",
    "GET, /api/v1/nothing, 404",
    "DELETE, /api/v1/hosts, 405",
    "POST, /api/v1/hosts, 400"
  })
  void sends_security_headers_with_every_response(String method, String path, int status) {
    ApiResponse response = send(method, path);
    assertThat(
            List.of(
                response.status(),
                response.header("Cache-Control"),
                response.header("X-Content-Type-Options"),
                response.header("Referrer-Policy"),
                response.header("Content-Security-Policy")))
        .containsExactly(
            status,
            "no-store",
            "nosniff",
            "no-referrer",
            "default-src 'none'; frame-ancestors 'none'");
  }

  @Test
  void sends_security_headers_without_a_key() {
    ApiResponse response = client.with("").get("/hosts").refused(401, "auth_not_authenticated");
    assertThat(response.header("Cache-Control") + response.header("X-Content-Type-Options"))
        .isEqualTo("no-storenosniff");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/v1/hosts",
    "GET, /api/health",
    "GET, /api/v1/hosts/nonsense",
    "GET, /api/v1/nothing",
    "DELETE, /api/v1/hosts"
  })
  void sends_no_server_headers(String method, String path) {
    assertThat(send(method, path).headers().map()).doesNotContainKeys("server", "x-powered-by");
  }

  @ParameterizedTest
  @CsvSource({"GET, /nothing", "GET, /", "POST, /nothing", "GET, /WEB-INF/web.xml"})
  void sends_security_headers_with_container_errors(String method, String path) {
    assertThat(RawHttp.send(method + " " + path + " HTTP/1.1"))
        .containsIgnoringCase("Cache-Control: no-store")
        .containsIgnoringCase("X-Content-Type-Options: nosniff")
        .containsIgnoringCase("Referrer-Policy:")
        .containsIgnoringCase("Content-Security-Policy:")
        .doesNotContainIgnoringCase("\r\nServer:")
        .doesNotContainIgnoringCase("X-Powered-By");
  }

  @ParameterizedTest
  @CsvSource({"/api/v1/hosts", "/api/health", "/api/version", "/api/v1/nothing"})
  void sends_the_content_type_json(String path) {
    assertThat(client.get(path).header("Content-Type")).startsWith("application/json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/hosts", "/api/v1/nothing"})
  void sends_no_charset(String path) {
    List<String> headers = List.of("Accept", "application/json;charset=utf-16");
    assertThat(client.send("GET", path, BodyPublishers.noBody(), headers).header("Content-Type"))
        .isEqualTo("application/json");
  }
}
