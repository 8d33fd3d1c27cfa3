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
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** POST /bindings: the members of request and response. */
class CreateBindingIT {
  private final TestTenant tenant = TestTenant.create();
  private final TestNetwork network = tenant.network();
  private final ApiClient client = network.client();
  private final TestHost host = network.host();
  private final String port = host.port(80);
  private final String service = host.service("web");

  private ApiResponse postWith(String member, Object value) {
    return client.post(
        "/bindings", BodyVariant.with(host.bindingBody(service, onPort(port)), member, value));
  }

  @Test
  void returns_exactly_the_documented_members_of_a_port_binding() {
    JsonNode created = host.tryBind(service, onPort(port, host.iface())).data();
    assertThat(created.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "id",
            "type",
            "port_id",
            "interface_id",
            "service_id",
            "network_id",
            "created_at",
            "updated_at");
  }

  @Test
  void returns_exactly_the_documented_members_of_an_interface_binding() {
    JsonNode created = host.tryBind(service, onInterface(host.iface())).data();
    assertThat(created.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "id", "type", "interface_id", "service_id", "network_id", "created_at", "updated_at");
  }

  @Test
  void returns_a_null_interface_for_all_interfaces() {
    JsonNode created = host.tryBind(service, onPort(port)).data();
    assertThat(created.has("interface_id") && created.get("interface_id").isNull()).isTrue();
  }

  @Test
  void get_returns_what_create_returned() {
    JsonNode created = host.tryBind(service, onPort(port)).data();
    assertThat(client.get("/bindings/" + created.get("id").asText()).data()).isEqualTo(created);
  }

  @Test
  void adds_the_binding_to_its_service() {
    JsonNode created = host.tryBind(service, onPort(port)).data();
    assertThat(host.read(service).at("/bindings/0")).isEqualTo(created);
  }

  @Test
  void ignores_a_sent_id() {
    String sent = UUID.randomUUID().toString();
    assertThat(postWith("id", sent).id()).isNotEqualTo(sent);
  }

  @Test
  void does_not_replace_a_stored_binding_whose_id_is_sent() {
    String stored = host.bind(service, onPort(host.port(443)));
    postWith("id", stored).data();
    assertThat(host.bindingsOf(service)).hasSize(2).contains(stored);
  }

  @ParameterizedTest
  @ValueSource(strings = {"service_id", "network_id", "port_id", "type"})
  void refuses_a_missing_member(String member) {
    var body = BodyVariant.without(host.bindingBody(service, onPort(port)), member);
    ApiResponse response = client.post("/bindings", body).refused(400, "missing_field");
    assertThat(response.param("path")).isEqualTo(member);
  }

  @Test
  void refuses_an_interface_binding_without_an_interface() {
    var body =
        BodyVariant.without(host.bindingBody(service, onInterface(host.iface())), "interface_id");
    assertThat(client.post("/bindings", body).refused(400, "missing_field").param("path"))
        .isEqualTo("interface_id");
  }

  @ParameterizedTest
  @ValueSource(strings = {"service_id", "network_id", "port_id", "interface_id", "type"})
  void refuses_an_invalid_member(String member) {
    assertThat(postWith(member, "nothing").refused(400, "invalid_value").param("path"))
        .isEqualTo(member);
  }

  @Test
  void refuses_an_unknown_service() {
    String unknown = UUID.randomUUID().toString();
    ApiResponse response = postWith("service_id", unknown).refused(400, "unknown_reference");
    assertThat(List.of(response.param("entity"), response.param("id")))
        .containsExactly("Service", unknown);
  }

  @Test
  void refuses_a_service_of_another_tenant_like_an_unknown_one() {
    String foreign = TestTenant.create().network().host().service("web");
    assertThat(postWith("service_id", foreign).refused(400, "unknown_reference").param("id"))
        .isEqualTo(foreign);
  }

  @Test
  void refuses_another_network_than_that_of_the_service() {
    ApiResponse response = postWith("network_id", tenant.network().id());
    assertThat(response.refused(400, "entity_network_mismatch").param("entity"))
        .isEqualTo("Service");
  }

  @Test
  void refuses_a_network_without_access() {
    String foreign = TestTenant.create().network().id();
    assertThat(postWith("network_id", foreign).refused(403, "entity_access_denied").param("id"))
        .isEqualTo(foreign);
  }
}
