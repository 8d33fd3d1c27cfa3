package io.berth.http.filters;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.http.json.JsonProvider;
import io.berth.testing.ApiClient;
import io.berth.testing.ApiResponse;
import io.berth.testing.RawHttp;
import io.berth.testing.TestTenant;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks the request id in every response. */
class RequestIdFilterIT {
  private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private final ApiClient client = TestTenant.create().owner();

  private ApiResponse get(String path, String... headers) {
    return client.send("GET", path, BodyPublishers.noBody(), List.of(headers));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/hosts", "/hosts/nonsense", "/nothing", "/api/version", "/api/health"})
  void keeps_the_id_of_the_client(String path) {
    assertThat(get(path, "X-Request-Id", "my-1").header("X-Request-Id")).isEqualTo("my-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/nothing", "/health/live", "/WEB-INF/web.xml"})
  void keeps_the_id_of_the_client_outside_the_api(String path) {
    String response = RawHttp.send("GET " + path + " HTTP/1.1", "X-Request-Id: my-2");
    assertThat(RawHttp.header(response, "X-Request-Id")).isEqualTo("my-2");
  }

  @Test
  void creates_an_id_for_a_request_without_one() {
    assertThat(get("/hosts").header("X-Request-Id")).matches(UUID);
  }

  @Test
  void creates_a_different_id_for_every_request() {
    assertThat(get("/hosts").header("X-Request-Id"))
        .isNotEqualTo(get("/hosts").header("X-Request-Id"));
  }

  @Test
  void replaces_an_unsafe_id() {
    assertThat(get("/hosts", "X-Request-Id", "a b<c>").header("X-Request-Id")).matches(UUID);
  }

  @Test
  void sends_the_id_as_the_instance_of_a_problem() {
    ApiResponse problem =
        get("/nothing", "Accept", JsonProvider.PROBLEM_JSON, "X-Request-Id", "my-3");
    assertThat(problem.json().path("instance").asText()).isEqualTo("urn:berth:request:my-3");
  }
}
