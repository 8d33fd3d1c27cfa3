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

/** The headers of every kind of answer, whoever makes it. */
@Tag("database-independent")
class HeadersIT {
  private final ApiClient client = TestTenant.create().owner();

  private ApiResponse ask(String method, String path) {
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
  void keeps_every_answer_from_being_stored_sniffed_and_framed(
      String method, String path, int status) {
    ApiResponse answer = ask(method, path);
    assertThat(
            List.of(
                answer.status(),
                answer.header("Cache-Control"),
                answer.header("X-Content-Type-Options"),
                answer.header("Referrer-Policy"),
                answer.header("Content-Security-Policy")))
        .containsExactly(
            status,
            "no-store",
            "nosniff",
            "no-referrer",
            "default-src 'none'; frame-ancestors 'none'");
  }

  @Test
  void holds_for_a_caller_without_a_key() {
    ApiResponse answer = client.with("").get("/hosts").refused(401, "auth_not_authenticated");
    assertThat(answer.header("Cache-Control") + answer.header("X-Content-Type-Options"))
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
  void says_nothing_of_the_server(String method, String path) {
    assertThat(ask(method, path).headers().map()).doesNotContainKeys("server", "x-powered-by");
  }

  @ParameterizedTest
  @CsvSource({"GET, /nothing", "GET, /", "POST, /nothing", "GET, /WEB-INF/web.xml"})
  void holds_for_what_the_container_answers(String method, String path) {
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
  void says_that_it_is_json(String path) {
    assertThat(client.get(path).header("Content-Type")).startsWith("application/json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/hosts", "/api/v1/nothing"})
  void says_no_charset_that_it_does_not_write(String path) {
    List<String> headers = List.of("Accept", "application/json;charset=utf-16");
    assertThat(client.send("GET", path, BodyPublishers.noBody(), headers).header("Content-Type"))
        .isEqualTo("application/json");
  }
}
