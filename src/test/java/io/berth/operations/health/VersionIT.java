package io.berth.operations.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.testing.ApiClient;
import io.berth.testing.ApiResponse;
import io.berth.testing.SharedBerth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionIT {
  private final ApiClient anonymous = SharedBerth.berth().client("");

  @Test
  void returns_the_versions_in_the_envelope() {
    assertThat(anonymous.get("/api/version").json().toString())
        .matches(
            "\\{\"success\":true,\"data\":\\{\"api_version\":1,\"server_version\":\"0.13.5\","
                + "\"berth_version\":\"\\d+\\.\\d+\\.\\d+\"},"
                + "\"meta\":\\{\"api_version\":1,\"server_version\":\"0.13.5\"}}");
  }

  @Test
  void returns_health_in_the_format_that_clients_expect() {
    assertThat(anonymous.get("/api/health").json().toString())
        .matches("\\{\"success\":true,\"data\":\"Berth \\d+\\.\\d+\\.\\d+\",\"error\":null}");
  }

  @Test
  void returns_the_public_configuration() {
    JsonNode config = anonymous.get("/api/config").data();
    assertThat(ApiResponse.names(config))
        .containsExactly(
            "api_version",
            "berth_version",
            "default_page_limit",
            "max_body_bytes",
            "max_page_limit",
            "name",
            "rate_limit_per_minute",
            "server_version");
    assertThat(
            List.of(
                config.get("name").asText(),
                config.get("server_version").asText(),
                config.get("default_page_limit").asText(),
                config.get("max_page_limit").asText(),
                config.get("max_body_bytes").asText(),
                config.get("rate_limit_per_minute").asText()))
        .containsExactly("Berth", "0.13.5", "50", "1000", "2097152", "0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/version", "/api/health", "/api/config"})
  void ignores_an_invalid_key(String path) {
    assertThat(anonymous.with("nonsense").get(path).data()).isNotNull();
  }
}
