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

/** Failures as RFC 9457 has them, and the pages that explain them. */
class ProblemsIT {
  private static final String BOTH = "application/json, application/problem+json";

  private final ApiClient client = TestTenant.create().owner().overHttp1();
  private final ApiClient stranger = SharedBerth.berth().client("");

  private static ApiResponse ask(ApiClient client, String method, String path, String accept) {
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
  void tells_failures_as_problems(String method, String path, int status, String code) {
    ApiResponse answer = ask(client, method, path, BOTH);
    JsonNode problem = answer.json();
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(List.of(answer.status(), problem.path("status").asInt()))
        .containsExactly(status, status);
    assertThat(problem.path("type").asText()).isEqualTo("/api/problems/" + code);
    assertThat(problem.path("code").asText()).isEqualTo(code);
    assertThat(Stream.of("title", "detail", "instance").map(m -> problem.path(m).asText()))
        .noneMatch(String::isEmpty);
    assertThat(problem.has("success") || problem.has("error")).isFalse();
  }

  @Test
  void tells_the_parameters_too() {
    assertThat(ask(client, "GET", "/hosts/nonsense", BOTH).json().at("/params/path").asText())
        .isEqualTo("id");
  }

  @Test
  void tells_strangers_that_they_are() {
    ApiResponse answer = ask(stranger, "GET", "/hosts", BOTH);
    assertThat(answer.json().path("code").asText()).isEqualTo("auth_not_authenticated");
    assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/nothing", "/WEB-INF/web.xml", "/failure"})
  void tells_what_the_container_refuses(String path) {
    String answer = RawHttp.send("GET " + path + " HTTP/1.1", "Accept: " + BOTH);
    assertThat(RawHttp.header(answer, "Content-Type")).isEqualTo("application/problem+json");
    assertThat(RawHttp.body(answer)).contains("\"type\":\"/api/problems/not_found\"");
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
  void weighs_what_a_client_likes(String accept, String type) {
    ApiResponse answer = ask(client, "GET", "/hosts/nonsense", accept);
    assertThat(answer.header("Content-Type")).isEqualTo(type);
    assertThat(answer.headers().allValues("Vary")).contains("Accept");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/problem+json", "application/problem+json;q=0.1, text/html"})
  void answers_success_as_json_to_who_names_problems_alone(String accept) {
    ApiResponse answer = ask(client, "GET", "/hosts", accept);
    assertThat(answer.data()).isNotNull();
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
  }

  static Stream<String> codes() {
    return ErrorEnvelope.codes().stream();
  }

  @ParameterizedTest
  @MethodSource("codes")
  void explains_each_code(String code) {
    ApiResponse page = ask(stranger, "GET", "/api/problems/" + code, "text/html");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text()).contains(code, "What to do");
  }

  @Test
  void explains_all_codes_on_a_page_that_stands_alone() {
    ApiResponse page = ask(stranger, "GET", "/api/problems", "text/html,*/*;q=0.8");
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
      ApiResponse answer = ask(stranger, "GET", path, accept);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("Content-Type")).isEqualTo(type);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/problems", "/api/problems/port_claimed"})
  void explains_in_json_to_who_says_nothing(String path) {
    String answer = RawHttp.send("GET " + path + " HTTP/1.1");
    assertThat(RawHttp.header(answer, "Content-Type")).isEqualTo("application/json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json;q=0", "*/*;q=0", "text/html;q=0, application/json;q=0"})
  void explains_nothing_to_who_excludes_both(String accept) {
    ask(stranger, "GET", "/api/problems", accept).refused(406, "not_acceptable");
  }

  @Test
  void explains_to_programs_in_json() {
    assertThat(ask(stranger, "GET", "/api/problems", "application/json").texts("code"))
        .containsExactlyInAnyOrderElementsOf(ErrorEnvelope.codes());
    assertThat(
            ask(stranger, "GET", "/api/problems/port_claimed", "application/json")
                .data()
                .path("statuses")
                .toString())
        .isEqualTo("[400,409]");
  }

  @Test
  void explains_no_code_that_there_is_not() {
    ask(stranger, "GET", "/api/problems/nonsense", "text/html").refused(404, "entity_not_found");
  }
}
