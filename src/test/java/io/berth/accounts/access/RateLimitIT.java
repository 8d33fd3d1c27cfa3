package io.berth.accounts.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.testing.ApiClient;
import io.berth.testing.ApiResponse;
import io.berth.testing.BerthProcess;
import io.berth.testing.JsonBody;
import io.berth.testing.SharedBerth;
import io.berth.testing.TestTenant;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Uses a second node with a limit of 60 requests per minute, 30 in one burst; the shared node has
 * none.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RateLimitIT {
  private Path directory;
  private BerthProcess berth;

  @BeforeAll
  void start() {
    directory = SharedBerth.directory("berth-rate-limit");
    Map<String, String> environment = SharedBerth.database().environment(SharedBerth.FIRST_KEY);
    environment.put("BERTH_RATE_LIMIT", "60");
    berth = BerthProcess.start(directory, environment);
  }

  @AfterAll
  void end() {
    berth.close();
    SharedBerth.remove(directory);
  }

  @Test
  void refuses_a_user_beyond_the_burst_with_retry_after() {
    List<ApiResponse> responses =
        sendUntilRefused(TestTenant.create().owner().at(berth), "/networks");
    ApiResponse refused = responses.get(responses.size() - 1).refused(429, "rate_limited");
    assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 2L);
    assertThat(responses).hasSizeGreaterThan(30);
    assertThat(header(responses.get(0), "X-RateLimit-Limit")).isEqualTo(60);
    assertThat(header(responses.get(0), "X-RateLimit-Remaining")).isEqualTo(29);
    assertThat(header(refused, "X-RateLimit-Remaining")).isZero();
    assertThat(header(refused, "X-RateLimit-Reset")).isBetween(29L, 31L);
  }

  @ParameterizedTest
  @CsvSource({
    "expires_at, 2020-01-01T00:00:00Z, entity_expired",
    "is_enabled, false, entity_disabled"
  })
  void counts_requests_with_an_expired_or_disabled_key(String member, String value, String code) {
    TestTenant tenant = TestTenant.create();
    JsonNode key = tenant.ownKey("ci", "Viewer");
    tenant
        .owner()
        .put(
            "/auth/keys/" + key.at("/api_key/id").asText(),
            JsonBody.of("name", "ci", member, value.equals("false") ? false : value))
        .data();
    ApiClient keyClient = tenant.owner().with(key.get("key").asText()).at(berth);
    List<ApiResponse> responses = sendUntilRefused(keyClient, "/networks");
    assertThat(header(responses.get(0).refused(403, code), "X-RateLimit-Remaining")).isEqualTo(29);
    responses.get(responses.size() - 1).refused(429, "rate_limited");
  }

  @Test
  void limits_an_address_without_a_key_more() {
    List<ApiResponse> responses = sendUntilRefused(berth.client(""), "/networks");
    responses.get(0).refused(401, "auth_not_authenticated");
    assertThat(responses).hasSizeBetween(11, 30);
    assertThat(header(responses.get(0), "X-RateLimit-Limit")).isEqualTo(40);
  }

  @Test
  void does_not_limit_the_health_check() {
    assertThat(send(berth.client(""), "/api/health", 60)).allMatch(r -> r.status() == 200);
  }

  /**
   * Sends requests until one gets 429. On a slow machine the bucket is refilled meanwhile, so there
   * is no exact number.
   */
  private static List<ApiResponse> sendUntilRefused(ApiClient client, String path) {
    List<ApiResponse> responses = new ArrayList<>();
    do {
      responses.add(client.get(path));
    } while (responses.get(responses.size() - 1).status() != 429 && responses.size() < 1000);
    return responses;
  }

  private static List<ApiResponse> send(ApiClient client, String path, int times) {
    return IntStream.range(0, times).mapToObj(i -> client.get(path)).toList();
  }

  private static long header(ApiResponse response, String name) {
    return response.headers().firstValueAsLong(name).orElseThrow();
  }
}
