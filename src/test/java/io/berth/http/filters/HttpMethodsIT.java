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

/** HEAD and OPTIONS on every path, and the methods that a path does not take. */
class HttpMethodsIT {
  private final ApiClient client = TestTenant.create().owner();

  private String ask(String line) {
    return RawHttp.send(line + " HTTP/1.1", "Authorization: Bearer " + client.key());
  }

  private static List<String> told(String answer) {
    return Stream.of("Content-Type", "Content-Length", "Allow", "WWW-Authenticate", "Vary")
        .map(name -> RawHttp.header(answer, name))
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
  void head_is_get_without_a_body(String path) {
    String get = ask("GET " + path);
    String head = ask("HEAD " + path);
    assertThat(RawHttp.body(head)).isEmpty();
    assertThat(RawHttp.status(head)).isEqualTo(RawHttp.status(get));
    assertThat(told(head)).isEqualTo(told(get));
  }

  @Test
  void head_needs_a_key_as_get_does() {
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
  void options_names_the_methods_without_a_key_and_nothing_else(String path, String methods) {
    String answer = RawHttp.send("OPTIONS " + path + " HTTP/1.1", "Accept: application/xml, */*");
    assertThat(RawHttp.status(answer)).isEqualTo(204);
    assertThat(RawHttp.body(answer)).isEmpty();
    assertThat(RawHttp.header(answer, "Allow").split(", "))
        .containsExactlyInAnyOrder(methods.split(" "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/nothing", "/nothing", "/"})
  void options_knows_no_other_path(String path) {
    assertThat(ask("OPTIONS " + path)).startsWith("HTTP/1.1 404 ").contains("\"not_found\"");
  }

  @ParameterizedTest
  @CsvSource({
    "DELETE, /api/v1/hosts, GET HEAD OPTIONS POST",
    "NONSENSE, /api/v1/hosts, GET HEAD OPTIONS POST",
    "POST, /api/version, GET HEAD OPTIONS"
  })
  void a_refused_method_is_told_the_others(String method, String path, String methods) {
    String answer = ask(method + " " + path);
    assertThat(RawHttp.status(answer)).isEqualTo(405);
    assertThat(RawHttp.header(answer, "Allow").split(", "))
        .containsExactlyInAnyOrder(methods.split(" "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/hosts", "/nothing", "/api/version"})
  void nothing_is_traced(String path) {
    String answer = ask("TRACE " + path);
    assertThat(RawHttp.status(answer)).isEqualTo(405);
    assertThat(RawHttp.header(answer, "Allow")).isNotEmpty();
    assertThat(answer).doesNotContain(client.key());
  }
}
