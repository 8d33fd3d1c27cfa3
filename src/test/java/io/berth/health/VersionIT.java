package io.berth.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.Client;
import io.berth.testing.SharedBerth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionIT {
  private final Client nobody = SharedBerth.berth().client("");

  @Test
  void tells_the_versions_in_the_envelope() {
    assertThat(nobody.get("/api/version").json().toString())
        .matches(
            "\\{\"success\":true,\"data\":\\{\"api_version\":1,\"server_version\":\"0.13.5\","
                + "\"berth_version\":\"\\d+\\.\\d+\\.\\d+\"},"
                + "\"meta\":\\{\"api_version\":1,\"server_version\":\"0.13.5\"}}");
  }

  @Test
  void tells_that_it_is_well_as_clients_expect_it() {
    assertThat(nobody.get("/api/health").json().toString())
        .matches("\\{\"success\":true,\"data\":\"Berth \\d+\\.\\d+\\.\\d+\",\"error\":null}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/version", "/api/health"})
  void looks_at_no_key(String path) {
    assertThat(nobody.with("nonsense").get(path).data()).isNotNull();
  }
}
