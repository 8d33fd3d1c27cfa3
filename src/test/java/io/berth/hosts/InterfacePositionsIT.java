package io.berth.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.ApiClient;
import io.berth.testing.JsonBody;
import io.berth.testing.TestHost;
import io.berth.testing.TestNetwork;
import io.berth.testing.TestTenant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The positions of a host's n interfaces are always 0 to n-1. */
class InterfacePositionsIT {
  private final TestNetwork network = TestTenant.create().network();
  private final ApiClient client = network.client();
  private final TestHost host = network.host();
  private final String first = host.iface();
  private final String second = host.iface();
  private final String third = host.iface();

  private Map<String, Object> bodyOf(String iface, Object... members) {
    return JsonBody.with(JsonBody.of(client.get("/interfaces/" + iface).data()), members);
  }

  @Test
  void numbers_new_interfaces_from_zero() {
    assertThat(host.positions()).isEqualTo(Map.of(first, 0, second, 1, third, 2));
  }

  @Test
  void create_ignores_the_position_in_the_body() {
    Map<String, Object> body = JsonBody.with(host.interfaceBody(network.address()), "position", 7);
    assertThat(client.post("/interfaces", body).data().get("position").asInt()).isEqualTo(3);
  }

  @Test
  void closes_the_gap_after_a_delete() {
    client.delete("/interfaces/" + first).data();
    assertThat(host.positions()).isEqualTo(Map.of(second, 0, third, 1));
  }

  @Test
  void closes_the_gaps_after_a_bulk_delete() {
    client.post("/interfaces/bulk-delete", List.of(third, first)).data();
    assertThat(host.positions()).isEqualTo(Map.of(second, 0));
  }

  @Test
  void closes_the_gaps_on_every_host_after_a_bulk_delete() {
    TestHost other = network.host();
    String deleted = other.iface();
    String kept = other.iface();
    client.post("/interfaces/bulk-delete", List.of(first, deleted)).data();
    assertThat(other.positions()).isEqualTo(Map.of(kept, 0));
  }

  @Test
  void closes_the_gaps_after_the_delete_of_a_subnet() {
    String subnet = network.subnet("172.16.0.0/12");
    Map<String, Object> body = JsonBody.with(host.interfaceBody("172.16.0.1"), "subnet_id", subnet);
    String kept = client.post("/interfaces", body).id();
    client.delete("/subnets/" + network.subnet()).data();
    assertThat(host.positions()).isEqualTo(Map.of(kept, 0));
  }

  @Test
  void closes_the_gap_after_a_move_to_another_host() {
    client.put("/interfaces/" + first, bodyOf(first, "host_id", network.host().id())).data();
    assertThat(host.positions()).isEqualTo(Map.of(second, 0, third, 1));
  }

  @Test
  void appends_an_interface_that_moves_from_another_host() {
    TestHost other = network.host();
    String existing = other.iface();
    client.put("/interfaces/" + first, bodyOf(first, "host_id", other.id())).data();
    assertThat(other.positions()).isEqualTo(Map.of(existing, 0, first, 1));
  }

  @Test
  void get_returns_what_put_returned_after_a_move() {
    var moved = client.put("/interfaces/" + second, bodyOf(second, "host_id", network.host().id()));
    assertThat(client.get("/interfaces/" + second).data()).isEqualTo(moved.data());
  }

  @Test
  void put_without_a_position_keeps_it() {
    Map<String, Object> body = JsonBody.without(bodyOf(second), "position");
    assertThat(client.put("/interfaces/" + second, body).data().get("position").asInt())
        .isEqualTo(1);
  }

  @Test
  void put_accepts_the_stored_position() {
    assertThat(client.put("/interfaces/" + second, bodyOf(second)).data().get("position").asInt())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 3, -1})
  void put_refuses_another_position(int position) {
    client
        .put("/interfaces/" + second, bodyOf(second, "position", position))
        .refusedAt("position", 400, "validation_failed");
  }

  @Test
  void get_host_lists_interfaces_by_position() {
    client.delete("/interfaces/" + second).data();
    String fourth = host.iface();
    assertThat(client.get("/hosts/" + host.id()).data().get("interfaces").findValuesAsText("id"))
        .containsExactly(first, third, fourth);
  }
}
