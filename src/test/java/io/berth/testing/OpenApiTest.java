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

/** The validation must find deviations from the document; otherwise it proves nothing. */
class OpenApiTest {
  private static final String JSON = "application/json";
  private static final String META = "'meta':{'api_version':1,'server_version':'0.13.5'}";
  private static final String VERSION =
      "'data':{'api_version':1,'server_version':'0.13.5','berth_version':'0.1.0'}," + META;
  private static final String FAILURE = "{'success':false,'error':'No.','code':'%s'," + META + "}";
  private static final String ID = "550e8400-e29b-41d4-a716-446655440001";
  private static final String RENAMED =
      ("{'success':true,'data':{'id':'%1$s','name':'n','plan':null,'plan_status':null,"
              + "'onboarding':[],'stripe_customer_id':null,"
              + "'created_at':'%2$s','updated_at':'%2$s'},%3$s}")
          .formatted(ID, "2026-01-15T10:30:00Z", META);

  private static ApiResponse response(int status, String type, String body) {
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

  private static void check(String path, ApiResponse response) {
    OpenApi.check(request("GET", path, ""), response);
  }

  @Test
  void accepts_a_described_response() {
    assertThatCode(
            () -> check("/api/version", response(200, JSON, "{'success':true," + VERSION + "}")))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "an additional member, '{\"success\":true,\"more\":1,%s}'",
    "a missing member, '{%s}'",
    "a member of another type, '{\"success\":\"true\",%s}'"
  })
  void refuses_an_undescribed_body(String deviation, String body) {
    ApiResponse response = response(200, JSON, body.formatted(VERSION));
    assertThatThrownBy(() -> check("/api/version", response)).isInstanceOf(AssertionError.class);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/version, 200, text/plain, rate_limited",
    "/api/version, 404, application/json, not_found",
    "/api/v1/hosts, 500, application/json, internal_error",
    "/api/v1/hosts, 400, application/json, rate_limited",
    "/api/v1/hosts, 400, application/json, unknown_code",
    "/api/v1/hosts, 401, application/json, auth_not_authenticated"
  })
  void refuses_an_undescribed_error(String path, int status, String type, String code) {
    ApiResponse response = response(status, type, FAILURE.formatted(code));
    assertThatThrownBy(() -> check(path, response)).isInstanceOf(AssertionError.class);
  }

  @Test
  void refuses_an_undescribed_operation() {
    ApiResponse response = response(200, JSON, "{'success':true,'data':null," + META + "}");
    assertThatThrownBy(() -> check("/api/v1/secrets", response)).isInstanceOf(AssertionError.class);
  }

  @Test
  void refuses_a_response_without_a_request_id() {
    ApiResponse response =
        new ApiResponse(200, headers(JSON, Map.of()), quoted("{'success':true," + VERSION + "}"));
    assertThatThrownBy(() -> check("/api/version", response)).isInstanceOf(AssertionError.class);
  }

  @ParameterizedTest
  @CsvSource({"'\"n\"', true", "'\"\"', false", "1, false"})
  void refuses_an_accepted_body_that_is_undescribed(String body, boolean described) {
    HttpRequest request = request("PUT", "/api/v1/organizations/" + ID, body);
    var check = assertThatCode(() -> OpenApi.check(request, response(200, JSON, RENAMED)));
    if (described) {
      check.doesNotThrowAnyException();
    } else {
      check.isInstanceOf(AssertionError.class);
    }
  }
}
