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

class ReplaceBindingIT {
  private final TestTenant tenant = TestTenant.create();
  private final TestNetwork network = tenant.network();
  private final ApiClient client = network.client();
  private final TestHost host = network.host();
  private final String port = host.port(80);
  private final String other = host.port(443);
  private final String service = host.service("web");

  private ApiResponse put(String id, Map<String, Object> binding) {
    return client.put("/bindings/" + id, host.bindingBody(service, binding));
  }

  @Test
  void sets_another_target() {
    String id = host.bind(service, onPort(port));
    put(id, onPort(other)).data();
    assertThat(client.get("/bindings/" + id).data().get("port_id").asText()).isEqualTo(other);
  }

  @Test
  void keeps_id_and_created_at() {
    JsonNode created = host.tryBind(service, onPort(port)).data();
    JsonNode changed = put(created.get("id").asText(), onPort(other)).data();
    assertThat(List.of(changed.get("id"), changed.get("created_at")))
        .containsExactly(created.get("id"), created.get("created_at"));
  }

  @Test
  void advances_updated_at() {
    JsonNode created = host.tryBind(service, onPort(port)).data();
    JsonNode changed = put(created.get("id").asText(), onPort(other)).data();
    assertThat(changed.get("updated_at").asText())
        .isGreaterThan(created.get("updated_at").asText());
  }

  @Test
  void get_returns_what_put_returned() {
    JsonNode changed = put(host.bind(service, onPort(port)), onPort(other)).data();
    assertThat(client.get("/bindings/" + changed.get("id").asText()).data()).isEqualTo(changed);
  }

  @Test
  void accepts_the_same_target() {
    String id = host.bind(service, onPort(port));
    assertThat(put(id, onPort(port)).id()).isEqualTo(id);
  }

  @Test
  void changes_the_type() {
    String id = host.bind(service, onPort(port));
    assertThat(put(id, onInterface(host.iface())).data().get("type").asText())
        .isEqualTo("Interface");
  }

  @Test
  void ignores_the_id_of_the_body() {
    String id = host.bind(service, onPort(port));
    var body = BodyVariant.with(onPort(other), "id", UUID.randomUUID().toString());
    assertThat(put(id, body).id()).isEqualTo(id);
  }

  @Test
  void refuses_a_target_that_the_service_already_has() {
    host.bind(service, onPort(other));
    put(host.bind(service, onPort(port)), onPort(other)).refused(409, "binding_conflict");
  }

  @Test
  void all_interfaces_replace_bindings_on_single_interfaces() {
    host.bind(service, onPort(port, host.iface()));
    String id = host.bind(service, onPort(port, host.iface()));
    put(id, onPort(port)).data();
    assertThat(host.bindingsOf(service)).containsExactly(id);
  }

  @Test
  void keeps_bindings_on_single_interfaces_if_refused() {
    String first = host.bind(service, onPort(port, host.iface()));
    String second = host.bind(service, onPort(port, host.iface()));
    host.service("nginx", onPort(port, host.iface()));
    put(second, onPort(port)).refused(409, "port_claimed");
    assertThat(host.bindingsOf(service)).containsExactly(first, second);
  }

  @Test
  void accepts_a_change_from_all_interfaces_to_one() {
    String id = host.bind(service, onPort(port));
    String iface = host.iface();
    assertThat(put(id, onPort(port, iface)).data().get("interface_id").asText()).isEqualTo(iface);
  }

  @Test
  void refuses_a_target_that_another_binding_covers() {
    host.bind(service, onPort(port));
    put(host.bind(service, onPort(other)), onPort(port, host.iface()))
        .refused(409, "binding_conflict");
  }

  @Test
  void does_not_conflict_with_the_previous_target() {
    String iface = host.iface();
    String id = host.bind(service, onInterface(iface));
    assertThat(put(id, onPort(port, iface)).id()).isEqualTo(id);
  }

  @Test
  void refuses_a_conflict_with_another_binding() {
    String iface = host.iface();
    host.bind(service, onInterface(iface));
    put(host.bind(service, onPort(port, host.iface())), onPort(port, iface))
        .refused(409, "binding_conflict");
  }

  @Test
  void refuses_a_claimed_port() {
    host.service("nginx", onPort(other));
    put(host.bind(service, onPort(port)), onPort(other)).refused(409, "port_claimed");
  }

  @Test
  void refuses_a_port_of_another_host() {
    String foreign = network.host("other").port(80);
    put(host.bind(service, onPort(port)), onPort(foreign)).refused(400, "binding_wrong_host");
  }

  @Test
  void moves_the_binding_to_another_service() {
    String id = host.bind(service, onPort(port));
    String newOwner = host.service("new owner");
    client.put("/bindings/" + id, host.bindingBody(newOwner, onPort(port))).data();
    assertThat(host.bindingsOf(newOwner)).containsExactly(id);
  }

  @Test
  void moves_the_binding_to_a_service_of_another_host() {
    TestHost otherHost = network.host("away");
    String id = host.bind(service, onPort(port));
    String newOwner = otherHost.service("new owner");
    client
        .put("/bindings/" + id, otherHost.bindingBody(newOwner, onPort(otherHost.port(80))))
        .data();
    assertThat(otherHost.bindingsOf(newOwner)).containsExactly(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"service_id", "network_id", "port_id", "type"})
  void refuses_a_missing_member(String member) {
    var body = BodyVariant.without(host.bindingBody(service, onPort(other)), member);
    ApiResponse response = client.put("/bindings/" + host.bind(service, onPort(port)), body);
    assertThat(response.refused(400, "missing_field").param("path")).isEqualTo(member);
  }

  @Test
  void returns_404_for_an_unknown_binding() {
    String unknown = UUID.randomUUID().toString();
    assertThat(put(unknown, onPort(port)).refused(404, "entity_not_found").param("id"))
        .isEqualTo(unknown);
  }

  @Test
  void returns_404_for_a_binding_of_another_tenant() {
    TestHost foreign = TestTenant.create().network().host();
    String id = foreign.bind(foreign.service("web"), onPort(foreign.port(80)));
    put(id, onPort(port)).refused(404, "entity_not_found");
  }
}
