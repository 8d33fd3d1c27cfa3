package io.berth.http.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.http.errors.ErrorEnvelope;
import io.berth.testing.ApiClient;
import io.berth.testing.ApiResponse;
import io.berth.testing.RawHttp;
import io.berth.testing.SharedBerth;
import io.berth.testing.TestTenant;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks errors in the format of RFC 9457, and the pages that explain the codes. */
class ProblemsIT {
  private static final String BOTH = "application/json, application/problem+json";

  private final ApiClient client = TestTenant.create().owner().overHttp1();
  private final ApiClient anonymous = SharedBerth.berth().client("");

  private static ApiResponse send(ApiClient client, String method, String path, String accept) {
    return client.send(
        method,
        path,
        BodyPublishers.ofString("{}"),
        List.of("Accept", accept, "Content-Type", "application/json"));
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /hosts/nonsense, 400, invalid_value",
    "GET, /hosts?limit=x, 400, invalid_value",
    "GET, /hosts/01a20e1f-44d5-7648-80c0-f30a359a78fd, 404, entity_not_found",
    "POST, /hosts, 400, missing_field",
    "POST, /hosts/bulk-delete, 400, invalid_value",
    "GET, /nothing, 404, not_found",
    "DELETE, /hosts, 405, method_not_allowed"
  })
  void sends_errors_as_problem_details(String method, String path, int status, String code) {
    ApiResponse response = send(client, method, path, BOTH);
    JsonNode problem = response.json();
    assertThat(response.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(List.of(response.status(), problem.path("status").asInt()))
        .containsExactly(status, status);
    assertThat(problem.path("type").asText()).isEqualTo("/api/problems/" + code);
    assertThat(problem.path("code").asText()).isEqualTo(code);
    assertThat(Stream.of("title", "detail", "instance").map(m -> problem.path(m).asText()))
        .noneMatch(String::isEmpty);
    assertThat(problem.has("success") || problem.has("error")).isFalse();
  }

  @Test
  void sends_the_parameters() {
    assertThat(send(client, "GET", "/hosts/nonsense", BOTH).json().at("/params/path").asText())
        .isEqualTo("id");
  }

  @Test
  void refuses_a_request_without_a_key() {
    ApiResponse response = send(anonymous, "GET", "/hosts", BOTH);
    assertThat(response.json().path("code").asText()).isEqualTo("auth_not_authenticated");
    assertThat(response.header("WWW-Authenticate")).isEqualTo("Bearer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/nothing", "/WEB-INF/web.xml", "/failure"})
  void sends_container_errors_as_problem_details(String path) {
    String response = RawHttp.send("GET " + path + " HTTP/1.1", "Accept: " + BOTH);
    assertThat(RawHttp.header(response, "Content-Type")).isEqualTo("application/problem+json");
    assertThat(RawHttp.body(response)).contains("\"type\":\"/api/problems/not_found\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/problem+json|application/problem+json",
        "application/problem+json, application/json;q=0.5|application/problem+json",
        "application/problem+json;q=0.5, application/json|application/json",
        "application/problem+json;q=0.5, */*|application/json",
        "application/json|application/json",
        "*/*|application/json",
        "application/*|application/json"
      })
  void selects_the_error_format_by_weight(String accept, String type) {
    ApiResponse response = send(client, "GET", "/hosts/nonsense", accept);
    assertThat(response.header("Content-Type")).isEqualTo(type);
    assertThat(response.headers().allValues("Vary")).contains("Accept");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/problem+json", "application/problem+json;q=0.1, text/html"})
  void sends_successes_as_json_to_clients_that_accept_only_problems(String accept) {
    ApiResponse response = send(client, "GET", "/hosts", accept);
    assertThat(response.data()).isNotNull();
    assertThat(response.header("Content-Type")).isEqualTo("application/json");
  }

  static Stream<String> codes() {
    return ErrorEnvelope.codes().stream();
  }

  @ParameterizedTest
  @MethodSource("codes")
  void explains_each_code(String code) {
    ApiResponse page = send(anonymous, "GET", "/api/problems/" + code, "text/html");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text()).contains(code, "What to do");
  }

  @Test
  void explains_all_codes_on_a_page_without_external_files() {
    ApiResponse page = send(anonymous, "GET", "/api/problems", "text/html,*/*;q=0.8");
    assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
    assertThat(page.headers().allValues("Content-Security-Policy")).hasSize(1);
    assertThat(page.header("Content-Security-Policy"))
        .matches("default-src 'none'; frame-ancestors 'none'; style-src 'sha256-[^']{44}'");
    assertThat(page.text()).contains(ErrorEnvelope.codes()).doesNotContain("src=", "<script");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*/*|application/json",
        "application/json|application/json",
        "application/json, text/plain, */*|application/json",
        "text/html, application/json|application/json",
        "application/json;q=0.9, text/html;q=0.8|application/json",
        "application/problem+json|application/json",
        "text/html|text/html;charset=UTF-8",
        "text/*|text/html;charset=UTF-8",
        "text/html, application/json;q=0.9|text/html;charset=UTF-8",
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8|text/html;charset=UTF-8",
        "application/json;q=0, */*|text/html;charset=UTF-8",
        "text/html;q=0, */*;q=0.1|application/json"
      })
  void explains_in_json_unless_a_page_is_preferred(String accept, String type) {
    for (String path : List.of("/api/problems", "/api/problems/port_claimed")) {
      ApiResponse response = send(anonymous, "GET", path, accept);
      assertThat(response.status()).isEqualTo(200);
      assertThat(response.header("Content-Type")).isEqualTo(type);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/problems", "/api/problems/port_claimed"})
  void explains_in_json_without_an_accept_header(String path) {
    String response = RawHttp.send("GET " + path + " HTTP/1.1");
    assertThat(RawHttp.header(response, "Content-Type")).isEqualTo("application/json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json;q=0", "*/*;q=0", "text/html;q=0, application/json;q=0"})
  void refuses_clients_that_exclude_both_formats(String accept) {
    send(anonymous, "GET", "/api/problems", accept).refused(406, "not_acceptable");
  }

  @Test
  void lists_all_codes_in_json() {
    assertThat(send(anonymous, "GET", "/api/problems", "application/json").texts("code"))
        .containsExactlyInAnyOrderElementsOf(ErrorEnvelope.codes());
    assertThat(
            send(anonymous, "GET", "/api/problems/port_claimed", "application/json")
                .data()
                .path("statuses")
                .toString())
        .isEqualTo("[400,409]");
  }

  @Test
  void refuses_an_unknown_code() {
    send(anonymous, "GET", "/api/problems/nonsense", "text/html").refused(404, "entity_not_found");
  }
}
