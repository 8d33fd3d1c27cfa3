package io.berth.services;

import static io.berth.testing.TestHost.onInterface;
import static io.berth.testing.TestHost.onPort;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.testing.ApiClient;
import io.berth.testing.ApiResponse;
import io.berth.testing.BodyVariant;
import io.berth.testing.TestHost;
import io.berth.testing.TestNetwork;
import io.berth.testing.TestTenant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PUT /bindings/{id}. */
class ReplaceBindingIT {
  private final TestTenant tenant = TestTenant.create();
  private final TestNetwork network = tenant.network();
  private final ApiClient client = network.client();
  private final TestHost host = network.host();
  private final String port = host.port(80);
  private final String other = host.port(443);
  private final String service = host.service("web");

  private ApiResponse put(String id, Map<String, Object> binding) {
    return client.put("/bindings/" + id, host.lone(service, binding));
  }

  @Test
  void a_put_sets_another_target() {
    String id = host.bind(service, onPort(port));
    put(id, onPort(other)).data();
    assertThat(client.get("/bindings/" + id).data().get("port_id").asText()).isEqualTo(other);
  }

  @Test
  void a_put_keeps_id_and_the_time_of_making() {
    JsonNode made = host.tryBind(service, onPort(port)).data();
    JsonNode changed = put(made.get("id").asText(), onPort(other)).data();
    assertThat(List.of(changed.get("id"), changed.get("created_at")))
        .containsExactly(made.get("id"), made.get("created_at"));
  }

  @Test
  void a_put_tells_the_time_of_the_change() {
    JsonNode made = host.tryBind(service, onPort(port)).data();
    JsonNode changed = put(made.get("id").asText(), onPort(other)).data();
    assertThat(changed.get("updated_at").asText()).isGreaterThan(made.get("updated_at").asText());
  }

  @Test
  void a_put_answers_what_can_be_read_afterwards() {
    JsonNode changed = put(host.bind(service, onPort(port)), onPort(other)).data();
    assertThat(client.get("/bindings/" + changed.get("id").asText()).data()).isEqualTo(changed);
  }

  @Test
  void a_put_of_the_same_target_is_accepted() {
    String id = host.bind(service, onPort(port));
    assertThat(put(id, onPort(port)).id()).isEqualTo(id);
  }

  @Test
  void a_put_may_change_the_type() {
    String id = host.bind(service, onPort(port));
    assertThat(put(id, onInterface(host.iface())).data().get("type").asText())
        .isEqualTo("Interface");
  }

  @Test
  void the_id_of_the_path_wins() {
    String id = host.bind(service, onPort(port));
    var body = BodyVariant.with(onPort(other), "id", UUID.randomUUID().toString());
    assertThat(put(id, body).id()).isEqualTo(id);
  }

  @Test
  void a_put_to_a_target_that_the_service_has_is_refused() {
    host.bind(service, onPort(other));
    put(host.bind(service, onPort(port)), onPort(other)).refused(409, "binding_conflict");
  }

  @Test
  void a_put_to_all_interfaces_takes_the_place_of_those_on_single_ones() {
    host.bind(service, onPort(port, host.iface()));
    String id = host.bind(service, onPort(port, host.iface()));
    put(id, onPort(port)).data();
    assertThat(host.bindingsOf(service)).containsExactly(id);
  }

  @Test
  void when_a_put_to_all_interfaces_is_refused_those_on_single_ones_stay() {
    String first = host.bind(service, onPort(port, host.iface()));
    String second = host.bind(service, onPort(port, host.iface()));
    host.service("nginx", onPort(port, host.iface()));
    put(second, onPort(port)).refused(409, "port_claimed");
    assertThat(host.bindingsOf(service)).containsExactly(first, second);
  }

  @Test
  void a_put_from_all_interfaces_to_one_is_accepted() {
    String id = host.bind(service, onPort(port));
    String iface = host.iface();
    assertThat(put(id, onPort(port, iface)).data().get("interface_id").asText()).isEqualTo(iface);
  }

  @Test
  void a_put_that_another_one_covers_is_refused() {
    host.bind(service, onPort(port));
    put(host.bind(service, onPort(other)), onPort(port, host.iface()))
        .refused(409, "binding_conflict");
  }

  @Test
  void a_put_does_not_conflict_with_what_it_replaces() {
    String iface = host.iface();
    String id = host.bind(service, onInterface(iface));
    assertThat(put(id, onPort(port, iface)).id()).isEqualTo(id);
  }

  @Test
  void a_put_that_conflicts_with_another_one_is_refused() {
    String iface = host.iface();
    host.bind(service, onInterface(iface));
    put(host.bind(service, onPort(port, host.iface())), onPort(port, iface))
        .refused(409, "binding_conflict");
  }

  @Test
  void a_put_to_a_claimed_port_is_refused() {
    host.service("nginx", onPort(other));
    put(host.bind(service, onPort(port)), onPort(other)).refused(409, "port_claimed");
  }

  @Test
  void a_put_to_the_port_of_another_host_is_refused() {
    String foreign = network.host("other").port(80);
    put(host.bind(service, onPort(port)), onPort(foreign)).refused(400, "binding_wrong_host");
  }

  @Test
  void a_put_may_give_the_binding_to_another_service() {
    String id = host.bind(service, onPort(port));
    String heir = host.service("heir");
    client.put("/bindings/" + id, host.lone(heir, onPort(port))).data();
    assertThat(host.bindingsOf(heir)).containsExactly(id);
  }

  @Test
  void a_put_may_give_the_binding_to_a_service_of_another_host() {
    TestHost away = network.host("away");
    String id = host.bind(service, onPort(port));
    String heir = away.service("heir");
    client.put("/bindings/" + id, away.lone(heir, onPort(away.port(80)))).data();
    assertThat(away.bindingsOf(heir)).containsExactly(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"service_id", "network_id", "port_id", "type"})
  void a_put_needs_every_required_member(String member) {
    var body = BodyVariant.without(host.lone(service, onPort(other)), member);
    ApiResponse answer = client.put("/bindings/" + host.bind(service, onPort(port)), body);
    assertThat(answer.refused(400, "missing_field").param("path")).isEqualTo(member);
  }

  @Test
  void a_put_to_an_unknown_binding_is_not_found() {
    String unknown = UUID.randomUUID().toString();
    assertThat(put(unknown, onPort(port)).refused(404, "entity_not_found").param("id"))
        .isEqualTo(unknown);
  }

  @Test
  void a_put_to_the_binding_of_another_tenant_is_not_found() {
    TestHost foreign = TestTenant.create().network().host();
    String id = foreign.bind(foreign.service("web"), onPort(foreign.port(80)));
    put(id, onPort(port)).refused(404, "entity_not_found");
  }
}
