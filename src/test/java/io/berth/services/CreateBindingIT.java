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

/** POST /bindings: what is sent and what is answered. */
class CreateBindingIT {
  private final TestTenant tenant = TestTenant.create();
  private final TestNetwork network = tenant.network();
  private final ApiClient client = network.client();
  private final TestHost host = network.host();
  private final String port = host.port(80);
  private final String service = host.service("web");

  private ApiResponse postWith(String member, Object value) {
    return client.post(
        "/bindings", BodyVariant.with(host.lone(service, onPort(port)), member, value));
  }

  @Test
  void a_port_binding_has_exactly_the_published_members() {
    JsonNode made = host.tryBind(service, onPort(port, host.iface())).data();
    assertThat(made.fieldNames())
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
  void an_interface_binding_has_exactly_the_published_members() {
    JsonNode made = host.tryBind(service, onInterface(host.iface())).data();
    assertThat(made.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "id", "type", "interface_id", "service_id", "network_id", "created_at", "updated_at");
  }

  @Test
  void a_binding_on_all_interfaces_shows_a_null_interface() {
    JsonNode made = host.tryBind(service, onPort(port)).data();
    assertThat(made.has("interface_id") && made.get("interface_id").isNull()).isTrue();
  }

  @Test
  void it_reads_as_it_was_answered() {
    JsonNode made = host.tryBind(service, onPort(port)).data();
    assertThat(client.get("/bindings/" + made.get("id").asText()).data()).isEqualTo(made);
  }

  @Test
  void it_is_a_binding_of_its_service() {
    JsonNode made = host.tryBind(service, onPort(port)).data();
    assertThat(host.read(service).at("/bindings/0")).isEqualTo(made);
  }

  @Test
  void a_sent_id_is_ignored() {
    String sent = UUID.randomUUID().toString();
    assertThat(postWith("id", sent).id()).isNotEqualTo(sent);
  }

  @Test
  void the_id_of_a_stored_binding_does_not_replace_it() {
    String stored = host.bind(service, onPort(host.port(443)));
    postWith("id", stored).data();
    assertThat(host.bindingsOf(service)).hasSize(2).contains(stored);
  }

  @ParameterizedTest
  @ValueSource(strings = {"service_id", "network_id", "port_id", "type"})
  void a_required_member_that_is_absent_is_named(String member) {
    var body = BodyVariant.without(host.lone(service, onPort(port)), member);
    ApiResponse answer = client.post("/bindings", body).refused(400, "missing_field");
    assertThat(answer.param("path")).isEqualTo(member);
  }

  @Test
  void an_interface_binding_needs_its_interface() {
    var body = BodyVariant.without(host.lone(service, onInterface(host.iface())), "interface_id");
    assertThat(client.post("/bindings", body).refused(400, "missing_field").param("path"))
        .isEqualTo("interface_id");
  }

  @ParameterizedTest
  @ValueSource(strings = {"service_id", "network_id", "port_id", "interface_id", "type"})
  void an_ill_typed_member_is_named(String member) {
    assertThat(postWith(member, "nothing").refused(400, "invalid_value").param("path"))
        .isEqualTo(member);
  }

  @Test
  void an_unknown_service_is_named() {
    String unknown = UUID.randomUUID().toString();
    ApiResponse answer = postWith("service_id", unknown).refused(400, "unknown_reference");
    assertThat(List.of(answer.param("entity"), answer.param("id")))
        .containsExactly("Service", unknown);
  }

  @Test
  void the_service_of_another_tenant_is_unknown() {
    String foreign = TestTenant.create().network().host().service("web");
    assertThat(postWith("service_id", foreign).refused(400, "unknown_reference").param("id"))
        .isEqualTo(foreign);
  }

  @Test
  void another_network_than_the_services_is_a_mismatch() {
    ApiResponse answer = postWith("network_id", tenant.network().id());
    assertThat(answer.refused(400, "entity_network_mismatch").param("entity")).isEqualTo("Service");
  }

  @Test
  void a_network_out_of_reach_is_denied() {
    String foreign = TestTenant.create().network().id();
    assertThat(postWith("network_id", foreign).refused(403, "entity_access_denied").param("id"))
        .isEqualTo(foreign);
  }
}
