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

/** The places of a host's interfaces are 0 to n-1, whatever happens. */
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
  void count_up_from_zero() {
    assertThat(host.positions()).isEqualTo(Map.of(first, 0, second, 1, third, 2));
  }

  @Test
  void are_assigned_whatever_is_sent() {
    Map<String, Object> body = JsonBody.with(host.interfaceBody(network.address()), "position", 7);
    assertThat(client.post("/interfaces", body).data().get("position").asInt()).isEqualTo(3);
  }

  @Test
  void close_up_after_a_deletion() {
    client.delete("/interfaces/" + first).data();
    assertThat(host.positions()).isEqualTo(Map.of(second, 0, third, 1));
  }

  @Test
  void close_up_after_a_bulk_deletion() {
    client.post("/interfaces/bulk-delete", List.of(third, first)).data();
    assertThat(host.positions()).isEqualTo(Map.of(second, 0));
  }

  @Test
  void close_up_on_every_host_after_a_bulk_deletion() {
    TestHost other = network.host();
    String gone = other.iface();
    String stays = other.iface();
    client.post("/interfaces/bulk-delete", List.of(first, gone)).data();
    assertThat(other.positions()).isEqualTo(Map.of(stays, 0));
  }

  @Test
  void close_up_after_the_deletion_of_a_subnet() {
    String subnet = network.subnet("172.16.0.0/12");
    Map<String, Object> body = JsonBody.with(host.interfaceBody("172.16.0.1"), "subnet_id", subnet);
    String stays = client.post("/interfaces", body).id();
    client.delete("/subnets/" + network.subnet()).data();
    assertThat(host.positions()).isEqualTo(Map.of(stays, 0));
  }

  @Test
  void close_up_after_a_move_to_another_host() {
    client.put("/interfaces/" + first, bodyOf(first, "host_id", network.host().id())).data();
    assertThat(host.positions()).isEqualTo(Map.of(second, 0, third, 1));
  }

  @Test
  void come_last_after_a_move_to_another_host() {
    TestHost other = network.host();
    String there = other.iface();
    client.put("/interfaces/" + first, bodyOf(first, "host_id", other.id())).data();
    assertThat(other.positions()).isEqualTo(Map.of(there, 0, first, 1));
  }

  @Test
  void are_told_as_they_read_after_a_move() {
    var moved = client.put("/interfaces/" + second, bodyOf(second, "host_id", network.host().id()));
    assertThat(client.get("/interfaces/" + second).data()).isEqualTo(moved.data());
  }

  @Test
  void are_kept_by_a_put_that_omits_them() {
    Map<String, Object> body = JsonBody.without(bodyOf(second), "position");
    assertThat(client.put("/interfaces/" + second, body).data().get("position").asInt())
        .isEqualTo(1);
  }

  @Test
  void are_kept_by_a_put_that_sends_them() {
    assertThat(client.put("/interfaces/" + second, bodyOf(second)).data().get("position").asInt())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 3, -1})
  void are_refused_when_taken_or_out_of_range(int position) {
    client
        .put("/interfaces/" + second, bodyOf(second, "position", position))
        .refusedAt("position", 400, "validation_failed");
  }

  @Test
  void are_the_order_in_which_a_host_shows_them() {
    client.delete("/interfaces/" + second).data();
    String fourth = host.iface();
    assertThat(client.get("/hosts/" + host.id()).data().get("interfaces").findValuesAsText("id"))
        .containsExactly(first, third, fourth);
  }
}
