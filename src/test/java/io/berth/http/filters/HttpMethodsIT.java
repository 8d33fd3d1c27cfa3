package io.berth.http.filters;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.ApiClient;
import io.berth.testing.RawHttp;
import io.berth.testing.TestTenant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks HEAD and OPTIONS on every path, and methods that a path does not allow. */
class HttpMethodsIT {
  private final ApiClient client = TestTenant.create().owner();

  private String send(String line) {
    return RawHttp.send(line + " HTTP/1.1", "Authorization: Bearer " + client.key());
  }

  private static List<String> headers(String response) {
    return Stream.of("Content-Type", "Content-Length", "Allow", "WWW-Authenticate", "Vary")
        .map(name -> RawHttp.header(response, name))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/hosts",
        "/api/v1/hosts/nonsense",
        "/api/v1/hosts?limit=0",
        "/api/v1/networks",
        "/api/v1/nothing",
        "/api/version",
        "/api/health",
        "/api/problems",
        "/api/problems/not_found",
        "/nothing",
        "/"
      })
  void head_returns_the_headers_of_get(String path) {
    String get = send("GET " + path);
    String head = send("HEAD " + path);
    assertThat(RawHttp.body(head)).isEmpty();
    assertThat(RawHttp.status(head)).isEqualTo(RawHttp.status(get));
    assertThat(headers(head)).isEqualTo(headers(get));
  }

  @Test
  void head_requires_a_key() {
    String head = RawHttp.send("HEAD /api/v1/hosts HTTP/1.1");
    assertThat(RawHttp.status(head)).isEqualTo(401);
    assertThat(RawHttp.body(head)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/hosts, GET HEAD OPTIONS POST",
    "/api/v1/hosts/01a20e1f-44d5-7648-80c0-f30a359a78fd, DELETE GET HEAD OPTIONS PUT",
    "/api/v1/hosts/bulk-delete, OPTIONS POST",
    "/api/hosts, GET HEAD OPTIONS POST",
    "/api/version, GET HEAD OPTIONS",
    "/api/health, GET HEAD OPTIONS"
  })
  void options_returns_the_allowed_methods_without_a_key(String path, String methods) {
    String response = RawHttp.send("OPTIONS " + path + " HTTP/1.1", "Accept: application/xml, */*");
    assertThat(RawHttp.status(response)).isEqualTo(204);
    assertThat(RawHttp.body(response)).isEmpty();
    assertThat(RawHttp.header(response, "Allow").split(", "))
        .containsExactlyInAnyOrder(methods.split(" "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/nothing", "/nothing", "/"})
  void options_refuses_unknown_paths(String path) {
    assertThat(send("OPTIONS " + path)).startsWith("HTTP/1.1 404 ").contains("\"not_found\"");
  }

  @ParameterizedTest
  @CsvSource({
    "DELETE, /api/v1/hosts, GET HEAD OPTIONS POST",
    "NONSENSE, /api/v1/hosts, GET HEAD OPTIONS POST",
    "POST, /api/version, GET HEAD OPTIONS"
  })
  void refuses_other_methods_with_the_allowed_ones(String method, String path, String methods) {
    String response = send(method + " " + path);
    assertThat(RawHttp.status(response)).isEqualTo(405);
    assertThat(RawHttp.header(response, "Allow").split(", "))
        .containsExactlyInAnyOrder(methods.split(" "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/hosts", "/nothing", "/api/version"})
  void refuses_trace(String path) {
    String response = send("TRACE " + path);
    assertThat(RawHttp.status(response)).isEqualTo(405);
    assertThat(RawHttp.header(response, "Allow")).isNotEmpty();
    assertThat(response).doesNotContain(client.key());
  }
}
