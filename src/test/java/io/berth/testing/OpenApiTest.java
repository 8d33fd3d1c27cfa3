package io.berth.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever holds answers to a document must be able to find one that does not keep to it. */
class OpenApiTest {
  private static final String JSON = "application/json";
  private static final String META = "'meta':{'api_version':1,'server_version':'0.13.5'}";
  private static final String VERSION =
      "'data':{'api_version':1,'server_version':'0.13.5','berth_version':'0.1.0'}," + META;
  private static final String REFUSED = "{'success':false,'error':'No.','code':'%s'," + META + "}";
  private static final String ID = "550e8400-e29b-41d4-a716-446655440001";
  private static final String RENAMED =
      ("{'success':true,'data':{'id':'%1$s','name':'n','plan':null,'plan_status':null,"
              + "'onboarding':[],'stripe_customer_id':null,"
              + "'created_at':'%2$s','updated_at':'%2$s'},%3$s}")
          .formatted(ID, "2026-01-15T10:30:00Z", META);

  private static ApiResponse answer(int status, String type, String body) {
    return new ApiResponse(
        status, headers(type, Map.of("X-Request-Id", List.of("1"))), quoted(body));
  }

  private static HttpHeaders headers(String type, Map<String, List<String>> others) {
    Map<String, List<String>> all = new HashMap<>(others);
    all.put("Content-Type", List.of(type));
    return HttpHeaders.of(all, (name, value) -> true);
  }

  private static String quoted(String body) {
    return body.replace('\'', '"');
  }

  private static HttpRequest request(String method, String path, String body) {
    return HttpRequest.newBuilder(URI.create("http://berth" + path))
        .method(method, BodyPublishers.ofString(body))
        .build();
  }

  private static void check(String path, ApiResponse answer) {
    OpenApi.check(request("GET", path, ""), answer);
  }

  @Test
  void is_content_with_what_is_promised() {
    assertThatCode(
            () -> check("/api/version", answer(200, JSON, "{'success':true," + VERSION + "}")))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "a member too many, '{\"success\":true,\"more\":1,%s}'",
    "a member too few, '{%s}'",
    "a member of another type, '{\"success\":\"true\",%s}'"
  })
  void finds(String what, String body) {
    ApiResponse answer = answer(200, JSON, body.formatted(VERSION));
    assertThatThrownBy(() -> check("/api/version", answer)).isInstanceOf(AssertionError.class);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/version, 200, text/plain, rate_limited",
    "/api/version, 404, application/json, not_found",
    "/api/v1/hosts, 500, application/json, internal_error",
    "/api/v1/hosts, 400, application/json, rate_limited",
    "/api/v1/hosts, 400, application/json, nobody_knows",
    "/api/v1/hosts, 401, application/json, auth_not_authenticated"
  })
  void finds_a_failure_that_is_not_promised(String path, int status, String type, String code) {
    ApiResponse answer = answer(status, type, REFUSED.formatted(code));
    assertThatThrownBy(() -> check(path, answer)).isInstanceOf(AssertionError.class);
  }

  @Test
  void finds_an_operation_that_nobody_has_described() {
    ApiResponse answer = answer(200, JSON, "{'success':true,'data':null," + META + "}");
    assertThatThrownBy(() -> check("/api/v1/secrets", answer)).isInstanceOf(AssertionError.class);
  }

  @Test
  void finds_an_answer_without_the_id_of_its_request() {
    ApiResponse answer =
        new ApiResponse(200, headers(JSON, Map.of()), quoted("{'success':true," + VERSION + "}"));
    assertThatThrownBy(() -> check("/api/version", answer)).isInstanceOf(AssertionError.class);
  }

  @ParameterizedTest
  @CsvSource({"'\"n\"', true", "'\"\"', false", "1, false"})
  void finds_a_body_that_should_not_have_been_accepted(String body, boolean described) {
    HttpRequest request = request("PUT", "/api/v1/organizations/" + ID, body);
    var check = assertThatCode(() -> OpenApi.check(request, answer(200, JSON, RENAMED)));
    if (described) {
      check.doesNotThrowAnyException();
    } else {
      check.isInstanceOf(AssertionError.class);
    }
  }
}
