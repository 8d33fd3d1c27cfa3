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

/** POST /services against the published description: its request, its answer, member by member. */
class CreateServiceIT {
  private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,6})?Z";

  private final TestTenant tenant = TestTenant.create();
  private final TestNetwork network = tenant.network();
  private final TestHost host = network.host();

  private Map<String, Object> published() {
    return Map.of(
        "host_id", host.id(),
        "name", "string",
        "network_id", network.id(),
        "service_definition", "string",
        "tags", List.of(tenant.tag("tag")));
  }

  private JsonNode answer() {
    return network.client().post("/services", published()).json();
  }

  @Test
  void the_published_request_is_answered_in_the_published_envelope() {
    assertThat(answer().fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("meta", "success", "data");
  }

  @Test
  void the_envelope_names_the_version_that_is_spoken() {
    assertThat(answer().get("meta").toString())
        .isEqualTo("{\"api_version\":1,\"server_version\":\"0.13.5\"}");
  }

  @Test
  void a_service_has_exactly_the_published_members() {
    assertThat(answer().get("data").fieldNames())
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
  void what_was_sent_comes_back() {
    Map<String, Object> sent = published();
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
  void the_server_makes_an_id_in_lower_case() {
    String id = answer().at("/data/id").textValue();
    assertThat(id).isEqualTo(UUID.fromString(id).toString());
  }

  @Test
  void the_server_makes_both_times_alike() {
    JsonNode data = answer().get("data");
    assertThat(data.get("created_at").textValue())
        .matches(TIME)
        .isEqualTo(data.get("updated_at").textValue());
  }

  @Test
  void its_source_is_manual_without_metadata() {
    assertThat(answer().at("/data/source").toString()).isEqualTo("{\"type\":\"Manual\"}");
  }

  @Test
  void its_virtualization_is_present_and_null() {
    assertThat(answer().at("/data/virtualization").isNull()).isTrue();
  }

  @Test
  void its_bindings_are_an_empty_list_when_none_were_sent() {
    assertThat(answer().at("/data/bindings").toString()).isEqualTo("[]");
  }

  @Test
  void its_tags_are_an_empty_list_when_none_were_sent() {
    JsonNode made =
        network.client().post("/services", BodyVariant.without(published(), "tags")).data();
    assertThat(made.get("tags").toString()).isEqualTo("[]");
  }

  @Test
  void the_first_position_is_the_number_0() {
    assertThat(answer().at("/data/position").toString()).isEqualTo("0");
  }

  @Test
  void a_port_binding_has_exactly_the_published_members() {
    JsonNode made = host.tryService("nginx", onPort(host.port(80), host.iface())).data();
    assertThat(made.at("/bindings/0").fieldNames())
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
  void service_and_network_of_a_binding_are_assigned() {
    JsonNode made = host.tryService("nginx", onPort(host.port(80), host.iface())).data();
    JsonNode binding = made.at("/bindings/0");
    assertThat(List.of(binding.get("service_id"), binding.get("network_id")))
        .isEqualTo(List.of(made.get("id"), made.get("network_id")));
  }

  @Test
  void a_port_binding_names_its_type_port_and_interface() {
    String port = host.port(80);
    String iface = host.iface();
    JsonNode binding = host.tryService("nginx", onPort(port, iface)).data().at("/bindings/0");
    assertThat(
            List.of(text(binding, "type"), text(binding, "port_id"), text(binding, "interface_id")))
        .containsExactly("Port", port, iface);
  }

  @Test
  void a_binding_on_all_interfaces_shows_a_null_interface() {
    JsonNode binding = host.tryService("nginx", onPort(host.port(80))).data().at("/bindings/0");
    assertThat(binding.has("interface_id") && binding.get("interface_id").isNull()).isTrue();
  }

  @Test
  void an_absent_interface_means_all_interfaces() {
    Map<String, Object> absent = Map.of("type", "Port", "port_id", host.port(80));
    JsonNode binding = host.tryService("nginx", absent).data().at("/bindings/0");
    assertThat(binding.has("interface_id") && binding.get("interface_id").isNull()).isTrue();
  }

  @Test
  void an_interface_binding_has_no_port() {
    JsonNode binding = host.tryService("dhcp", onInterface(host.iface())).data().at("/bindings/0");
    assertThat(binding.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "created_at", "id", "interface_id", "network_id", "service_id", "type", "updated_at");
  }

  @Test
  void the_times_of_a_binding_are_times() {
    JsonNode binding = host.tryService("dhcp", onInterface(host.iface())).data().at("/bindings/0");
    assertThat(text(binding, "created_at")).matches(TIME).isEqualTo(text(binding, "updated_at"));
  }

  @Test
  void a_definition_is_kept_as_sent() {
    String odd = "Not in any catalogue, ÄÖ 東京";
    assertThat(with("service_definition", odd).get("service_definition").textValue())
        .isEqualTo(odd);
  }

  @Test
  void an_unknown_member_is_ignored() {
    assertThat(with("no_such_member", Map.of("a", 1)).has("no_such_member")).isFalse();
  }

  @Test
  void a_sent_id_is_ignored() {
    String sent = UUID.randomUUID().toString();
    assertThat(with("id", sent).get("id").textValue()).isNotEqualTo(sent);
  }

  @Test
  void a_sent_time_is_ignored() {
    assertThat(with("created_at", "2026-01-15T10:30:00Z").get("created_at").textValue())
        .isNotEqualTo("2026-01-15T10:30:00Z");
  }

  @Test
  void a_sent_source_is_ignored() {
    JsonNode made = with("source", Map.of("type", "Discovery", "metadata", List.of()));
    assertThat(made.at("/source/type").textValue()).isEqualTo("Manual");
  }

  @Test
  void a_sent_position_is_ignored() {
    assertThat(with("position", 7).get("position").intValue()).isZero();
  }

  @Test
  void a_whole_service_with_its_bindings_is_accepted() {
    JsonNode whole = host.tryService("web", onPort(host.port(80)), onPort(host.port(81))).data();
    network.client().delete("/services/" + text(whole, "id")).data();
    assertThat(network.client().post("/services", whole).data().get("bindings")).hasSize(2);
  }

  @Test
  void the_service_of_a_binding_of_a_whole_service_is_the_new_one() {
    JsonNode whole = host.tryService("web", onPort(host.port(80))).data();
    network.client().delete("/services/" + text(whole, "id")).data();
    JsonNode made = network.client().post("/services", whole).data();
    assertThat(made.at("/bindings/0/service_id")).isEqualTo(made.get("id"));
  }

  @Test
  void the_path_without_the_version_is_the_same() {
    assertThat(network.client().post("/api/services", published()).status()).isEqualTo(200);
  }

  private JsonNode with(String member, Object value) {
    return network.client().post("/services", BodyVariant.with(published(), member, value)).data();
  }

  private static String text(JsonNode object, String member) {
    return object.get(member).textValue();
  }
}
