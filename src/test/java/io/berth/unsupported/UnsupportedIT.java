package io.berth.unsupported;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.ApiClient;
import io.berth.testing.ApiResponse;
import io.berth.testing.TestTenant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnsupportedIT {
  private final TestTenant tenant = TestTenant.create();
  private final ApiClient viewer = tenant.key("Viewer");

  @ParameterizedTest
  @ValueSource(strings = {"/daemons", "/groups", "/discovery"})
  void returns_an_empty_list(String path) {
    ApiResponse response = viewer.get(path);
    assertThat(response.data().toString()).isEqualTo("[]");
    assertThat(response.pagination().toString())
        .isEqualTo("{\"total_count\":0,\"limit\":50,\"offset\":0,\"has_more\":false}");
  }

  @ParameterizedTest
  @CsvSource({
    "limit, -1",
    "offset, x",
    "order_by, name",
    "group_by, nonsense",
    "order_direction, up"
  })
  void validates_list_parameters(String parameter, String value) {
    for (String path : new String[] {"/daemons", "/groups", "/discovery"}) {
      viewer.get(path + "?" + parameter + "=" + value).refusedAt(parameter, 400, "invalid_value");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1000", "5000"})
  void accepts_every_limit(String limit) {
    assertThat(viewer.get("/daemons?offset=7&order_by=created_at&limit=" + limit).data()).isEmpty();
  }
}
