package io.berth.services;

import static io.berth.testing.TestHost.onInterface;
import static io.berth.testing.TestHost.onPort;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.testing.BodyVariant;
import io.berth.testing.TestHost;
import io.berth.testing.TestNetwork;
import io.berth.testing.TestTenant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** POST /services: the members of request and response as documented. */
class CreateServiceIT {
  private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,6})?Z";

  private final TestTenant tenant = TestTenant.create();
  private final TestNetwork network = tenant.network();
  private final TestHost host = network.host();

  private Map<String, Object> validBody() {
    return Map.of(
        "host_id", host.id(),
        "name", "string",
        "network_id", network.id(),
        "service_definition", "string",
        "tags", List.of(tenant.tag("tag")));
  }

  private JsonNode response() {
    return network.client().post("/services", validBody()).json();
  }

  @Test
  void returns_the_documented_envelope() {
    assertThat(response().fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("meta", "success", "data");
  }

  @Test
  void returns_the_api_and_server_version() {
    assertThat(response().get("meta").toString())
        .isEqualTo("{\"api_version\":1,\"server_version\":\"0.13.5\"}");
  }

  @Test
  void returns_exactly_the_documented_members() {
    assertThat(response().get("data").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "bindings",
            "created_at",
            "host_id",
            "id",
            "name",
            "network_id",
            "position",
            "service_definition",
            "source",
            "tags",
            "updated_at",
            "virtualization");
  }

  @Test
  void returns_the_sent_values() {
    Map<String, Object> sent = validBody();
    JsonNode data = network.client().post("/services", sent).data();
    assertThat(
            Map.of(
                "host_id", data.get("host_id").textValue(),
                "name", data.get("name").textValue(),
                "network_id", data.get("network_id").textValue(),
                "service_definition", data.get("service_definition").textValue(),
                "tags", List.of(data.get("tags").get(0).textValue())))
        .isEqualTo(sent);
  }

  @Test
  void generates_an_id_in_lower_case() {
    String id = response().at("/data/id").textValue();
    assertThat(id).isEqualTo(UUID.fromString(id).toString());
  }

  @Test
  void sets_created_at_and_updated_at_to_the_same_time() {
    JsonNode data = response().get("data");
    assertThat(data.get("created_at").textValue())
        .matches(TIME)
        .isEqualTo(data.get("updated_at").textValue());
  }

  @Test
  void sets_the_source_to_manual_without_metadata() {
    assertThat(response().at("/data/source").toString()).isEqualTo("{\"type\":\"Manual\"}");
  }

  @Test
  void returns_a_null_virtualization() {
    assertThat(response().at("/data/virtualization").isNull()).isTrue();
  }

  @Test
  void returns_an_empty_list_without_bindings() {
    assertThat(response().at("/data/bindings").toString()).isEqualTo("[]");
  }

  @Test
  void returns_an_empty_list_without_tags() {
    JsonNode created =
        network.client().post("/services", BodyVariant.without(validBody(), "tags")).data();
    assertThat(created.get("tags").toString()).isEqualTo("[]");
  }

  @Test
  void assigns_the_position_0_to_the_first_service() {
    assertThat(response().at("/data/position").toString()).isEqualTo("0");
  }

  @Test
  void returns_exactly_the_documented_members_of_a_port_binding() {
    JsonNode created = host.tryService("nginx", onPort(host.port(80), host.iface())).data();
    assertThat(created.at("/bindings/0").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "created_at",
            "id",
            "interface_id",
            "network_id",
            "port_id",
            "service_id",
            "type",
            "updated_at");
  }

  @Test
  void sets_service_and_network_of_a_binding() {
    JsonNode created = host.tryService("nginx", onPort(host.port(80), host.iface())).data();
    JsonNode binding = created.at("/bindings/0");
    assertThat(List.of(binding.get("service_id"), binding.get("network_id")))
        .isEqualTo(List.of(created.get("id"), created.get("network_id")));
  }

  @Test
  void returns_type_port_and_interface_of_a_port_binding() {
    String port = host.port(80);
    String iface = host.iface();
    JsonNode binding = host.tryService("nginx", onPort(port, iface)).data().at("/bindings/0");
    assertThat(
            List.of(text(binding, "type"), text(binding, "port_id"), text(binding, "interface_id")))
        .containsExactly("Port", port, iface);
  }

  @Test
  void returns_a_null_interface_for_all_interfaces() {
    JsonNode binding = host.tryService("nginx", onPort(host.port(80))).data().at("/bindings/0");
    assertThat(binding.has("interface_id") && binding.get("interface_id").isNull()).isTrue();
  }

  @Test
  void treats_an_absent_interface_as_all_interfaces() {
    Map<String, Object> absent = Map.of("type", "Port", "port_id", host.port(80));
    JsonNode binding = host.tryService("nginx", absent).data().at("/bindings/0");
    assertThat(binding.has("interface_id") && binding.get("interface_id").isNull()).isTrue();
  }

  @Test
  void returns_no_port_of_an_interface_binding() {
    JsonNode binding = host.tryService("dhcp", onInterface(host.iface())).data().at("/bindings/0");
    assertThat(binding.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "created_at", "id", "interface_id", "network_id", "service_id", "type", "updated_at");
  }

  @Test
  void returns_both_times_of_a_binding() {
    JsonNode binding = host.tryService("dhcp", onInterface(host.iface())).data().at("/bindings/0");
    assertThat(text(binding, "created_at")).matches(TIME).isEqualTo(text(binding, "updated_at"));
  }

  @Test
  void stores_any_service_definition() {
    String odd = "Not in any catalogue, ÄÖ 東京";
    assertThat(with("service_definition", odd).get("service_definition").textValue())
        .isEqualTo(odd);
  }

  @Test
  void ignores_an_unknown_member() {
    assertThat(with("no_such_member", Map.of("a", 1)).has("no_such_member")).isFalse();
  }

  @Test
  void ignores_a_sent_id() {
    String sent = UUID.randomUUID().toString();
    assertThat(with("id", sent).get("id").textValue()).isNotEqualTo(sent);
  }

  @Test
  void ignores_a_sent_time() {
    assertThat(with("created_at", "2026-01-15T10:30:00Z").get("created_at").textValue())
        .isNotEqualTo("2026-01-15T10:30:00Z");
  }

  @Test
  void ignores_a_sent_source() {
    JsonNode created = with("source", Map.of("type", "Discovery", "metadata", List.of()));
    assertThat(created.at("/source/type").textValue()).isEqualTo("Manual");
  }

  @Test
  void ignores_a_sent_position() {
    assertThat(with("position", 7).get("position").intValue()).isZero();
  }

  @Test
  void accepts_a_service_as_it_was_returned() {
    JsonNode whole = host.tryService("web", onPort(host.port(80)), onPort(host.port(81))).data();
    network.client().delete("/services/" + text(whole, "id")).data();
    assertThat(network.client().post("/services", whole).data().get("bindings")).hasSize(2);
  }

  @Test
  void ignores_the_sent_service_id_of_a_binding() {
    JsonNode whole = host.tryService("web", onPort(host.port(80))).data();
    network.client().delete("/services/" + text(whole, "id")).data();
    JsonNode created = network.client().post("/services", whole).data();
    assertThat(created.at("/bindings/0/service_id")).isEqualTo(created.get("id"));
  }

  @Test
  void accepts_the_path_without_a_version() {
    assertThat(network.client().post("/api/services", validBody()).status()).isEqualTo(200);
  }

  private JsonNode with(String member, Object value) {
    return network.client().post("/services", BodyVariant.with(validBody(), member, value)).data();
  }

  private static String text(JsonNode object, String member) {
    return object.get(member).textValue();
  }
}
