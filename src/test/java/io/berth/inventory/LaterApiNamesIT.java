package io.berth.inventory;

import static io.berth.testing.HostContents.bound;
import static io.berth.testing.HostContents.iface;
import static io.berth.testing.HostContents.newId;
import static io.berth.testing.HostContents.service;
import static io.berth.testing.TestHost.onPort;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.testing.ApiResponse;
import io.berth.testing.JsonBody;
import io.berth.testing.TestHost;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of later versions of the API: what would be lost if they were ignored is refused. */
class LaterApiNamesIT extends NewHostBodies {
  private final TestHost host = network.host();
  private final String port = host.port(80);
  private final String address = host.iface();
  private final String stored = host.service("stored", onPort(port, address));

  private Map<String, Object> later() {
    return JsonBody.of("type", "Port", "port_id", port, "ip_address_id", address);
  }

  private static void assertRefused(ApiResponse refused, String path, String wanted) {
    refused.refusedAt(path, 400, "invalid_value");
    assertThat(refused.json().get("error").asText()).contains(wanted);
  }

  private ApiResponse sendBinding(String way, Map<String, Object> binding) {
    return switch (way) {
      case "POST /services" -> host.tryService("s", binding);
      case "PUT /services" -> host.tryReplace(stored, "s", binding);
      case "POST /bindings" -> host.tryBind(stored, binding);
      case "PUT /bindings" ->
          client.put("/bindings/" + host.bindingsOf(stored).get(0), host.lone(stored, binding));
      case "POST /hosts" -> createServices(service(web, "web", bound(binding)));
      default ->
          client.put(
              "/hosts/" + host.id(),
              JsonBody.with(
                  network.hostBody("h"), "services", List.of(service(stored, "s", binding))));
    };
  }

  private static String pathOf(String way, String member) {
    return switch (way) {
      case "POST /services", "PUT /services" -> "bindings[0]." + member;
      case "POST /bindings", "PUT /bindings" -> member;
      default -> "services[0].bindings[0]." + member;
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /services",
        "PUT /services",
        "POST /bindings",
        "PUT /bindings",
        "POST /hosts",
        "PUT /hosts"
      })
  void refuses_the_ip_address_of_a_binding(String way) {
    assertRefused(sendBinding(way, later()), pathOf(way, "ip_address_id"), "Send interface_id");
    assertThat(host.read(stored).at("/bindings/0/interface_id").asText()).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /services",
        "PUT /services",
        "POST /bindings",
        "PUT /bindings",
        "POST /hosts",
        "PUT /hosts"
      })
  void refuses_a_binding_of_the_type_ip_address(String way) {
    Map<String, Object> binding = JsonBody.of("type", "IPAddress", "ip_address_id", address);
    assertRefused(sendBinding(way, binding), pathOf(way, "type"), "Send \"Interface\"");
  }

  @Test
  void refuses_it_beside_the_interface_too() {
    assertRefused(
        host.tryService("s", JsonBody.with(later(), "interface_id", address)),
        "bindings[0].ip_address_id",
        "Send interface_id");
  }

  @Test
  void takes_one_that_is_null_which_is_all_interfaces_in_either_version() {
    String other = host.port(81);
    Map<String, Object> all = JsonBody.of("type", "Port", "port_id", other, "ip_address_id", null);
    JsonNode made = host.tryService("s", all).data();
    assertThat(made.at("/bindings/0/interface_id").isNull()).isTrue();
  }

  private List<Map<String, Object>> addresses() {
    return List.of(iface(newId(), network, "10.0.9.77"));
  }

  @Test
  void refuses_the_ip_addresses_of_a_new_host() {
    Map<String, Object> wanted = JsonBody.with(network.hostBody("h"), "ip_addresses", addresses());
    assertRefused(client.post("/hosts", wanted), "ip_addresses", "Send interfaces");
    assertRefused(
        client.post("/hosts", JsonBody.with(wanted, "interfaces", null)),
        "ip_addresses",
        "Send interfaces");
  }

  @Test
  void refuses_the_ip_addresses_of_a_changed_host() {
    for (List<?> list : List.of(addresses(), List.of())) {
      assertRefused(
          client.put(
              "/hosts/" + host.id(), JsonBody.with(network.hostBody("h"), "ip_addresses", list)),
          "ip_addresses",
          "Send interfaces");
    }
  }

  @Test
  void takes_ip_addresses_beside_interfaces_that_are_null() {
    JsonNode read = client.get("/hosts/" + host.id()).data();
    Map<String, Object> sent =
        JsonBody.with(JsonBody.of(read), "interfaces", null, "ports", null, "services", null);
    assertThat(client.put("/hosts/" + host.id(), sent).data().get("interfaces"))
        .isEqualTo(read.get("interfaces"));
  }

  @Test
  void takes_ip_addresses_that_are_null() {
    Map<String, Object> wanted = JsonBody.with(network.hostBody("h"), "ip_addresses", null);
    client.post("/hosts", wanted).data();
    assertThat(client.put("/hosts/" + host.id(), wanted).data().get("interfaces")).hasSize(1);
  }

  @Test
  void shows_the_interfaces_as_ip_addresses_too() {
    JsonNode read = client.get("/hosts/" + host.id()).data();
    assertThat(read.get("ip_addresses")).hasSize(1).isEqualTo(read.get("interfaces"));
    assertThat(client.get("/hosts").data().get(0).has("ip_addresses")).isTrue();
  }

  @Test
  void takes_back_a_host_as_it_was_read() {
    JsonNode read = client.get("/hosts/" + host.id()).data();
    Map<String, Object> changed = JsonBody.with(JsonBody.of(read), "name", "renamed");
    JsonNode after = client.put("/hosts/" + host.id(), changed).data();
    assertThat(after.get("name").asText()).isEqualTo("renamed");
    assertThat(after.get("interfaces")).isEqualTo(read.get("interfaces"));
  }

  @Test
  void follows_the_interfaces_where_both_are_sent() {
    JsonNode read = client.get("/hosts/" + host.id()).data();
    Map<String, Object> changed =
        JsonBody.with(
            JsonBody.of(read), "interfaces", List.of(iface(address, network, "10.0.9.78")));
    JsonNode after = client.put("/hosts/" + host.id(), changed).data();
    assertThat(texts(after.get("ip_addresses"), "ip_address")).containsExactly("10.0.9.78");
  }
}
