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

/** A second node, with a limit of 60 requests a minute and so 30 at once; the first has none. */
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
  void refuses_a_user_beyond_the_burst_and_says_how_long_to_wait() {
    List<ApiResponse> answers = askUntilRefused(TestTenant.create().owner().at(berth), "/networks");
    ApiResponse refused = answers.get(answers.size() - 1).refused(429, "rate_limited");
    assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 2L);
    assertThat(answers).hasSizeGreaterThan(30);
    assertThat(header(answers.get(0), "X-RateLimit-Limit")).isEqualTo(60);
    assertThat(header(answers.get(0), "X-RateLimit-Remaining")).isEqualTo(29);
    assertThat(header(refused, "X-RateLimit-Remaining")).isZero();
    assertThat(header(refused, "X-RateLimit-Reset")).isBetween(29L, 31L);
  }

  @ParameterizedTest
  @CsvSource({
    "expires_at, 2020-01-01T00:00:00Z, entity_expired",
    "is_enabled, false, entity_disabled"
  })
  void counts_the_requests_with_a_key_that_has_ended(String member, String value, String code) {
    TestTenant tenant = TestTenant.create();
    JsonNode key = tenant.ownKey("ci", "Viewer");
    tenant
        .owner()
        .put(
            "/auth/keys/" + key.at("/api_key/id").asText(),
            JsonBody.of("name", "ci", member, value.equals("false") ? false : value))
        .data();
    ApiClient holder = tenant.owner().with(key.get("key").asText()).at(berth);
    List<ApiResponse> answers = askUntilRefused(holder, "/networks");
    assertThat(header(answers.get(0).refused(403, code), "X-RateLimit-Remaining")).isEqualTo(29);
    answers.get(answers.size() - 1).refused(429, "rate_limited");
  }

  @Test
  void refuses_an_address_without_a_key_sooner() {
    List<ApiResponse> answers = askUntilRefused(berth.client(""), "/networks");
    answers.get(0).refused(401, "auth_not_authenticated");
    assertThat(answers).hasSizeBetween(11, 30);
    assertThat(header(answers.get(0), "X-RateLimit-Limit")).isEqualTo(40);
  }

  @Test
  void never_limits_the_health_check() {
    assertThat(ask(berth.client(""), "/api/health", 60)).allMatch(a -> a.status() == 200);
  }

  /** Asks until the answer is 429; a slow machine is given some tokens back meanwhile. */
  private static List<ApiResponse> askUntilRefused(ApiClient client, String path) {
    List<ApiResponse> answers = new ArrayList<>();
    do {
      answers.add(client.get(path));
    } while (answers.get(answers.size() - 1).status() != 429 && answers.size() < 1000);
    return answers;
  }

  private static List<ApiResponse> ask(ApiClient client, String path, int times) {
    return IntStream.range(0, times).mapToObj(i -> client.get(path)).toList();
  }

  private static long header(ApiResponse answer, String name) {
    return answer.headers().firstValueAsLong(name).orElseThrow();
  }
}
