package io.berth.inventory;

import static io.berth.testing.HostContents.iface;
import static io.berth.testing.HostContents.newId;
import static io.berth.testing.HostContents.service;
import static io.berth.testing.HostContents.withNewId;
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

/** Names of later API versions are refused if ignoring them would lose data. */
class LaterApiNamesIT extends NewHostBodies {
  private final TestHost host = network.host();
  private final String port = host.port(80);
  private final String address = host.iface();
  private final String stored = host.service("stored", onPort(port, address));

  private Map<String, Object> bindingWithAddress() {
    return JsonBody.of("type", "Port", "port_id", port, "ip_address_id", address);
  }

  private static void assertRefused(ApiResponse refused, String path, String hint) {
    refused.refusedAt(path, 400, "invalid_value");
    assertThat(refused.json().get("error").asText()).contains(hint);
  }

  private ApiResponse sendBinding(String operation, Map<String, Object> binding) {
    return switch (operation) {
      case "POST /services" -> host.tryService("s", binding);
      case "PUT /services" -> host.tryReplace(stored, "s", binding);
      case "POST /bindings" -> host.tryBind(stored, binding);
      case "PUT /bindings" ->
          client.put(
              "/bindings/" + host.bindingsOf(stored).get(0), host.bindingBody(stored, binding));
      case "POST /hosts" -> createServices(service(web, "web", withNewId(binding)));
      default ->
          client.put(
              "/hosts/" + host.id(),
              JsonBody.with(
                  network.hostBody("h"), "services", List.of(service(stored, "s", binding))));
    };
  }

  private static String pathOf(String operation, String member) {
    return switch (operation) {
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
  void refuses_the_ip_address_of_a_binding(String operation) {
    assertRefused(
        sendBinding(operation, bindingWithAddress()),
        pathOf(operation, "ip_address_id"),
        "Send interface_id");
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
  void refuses_a_binding_of_the_type_ip_address(String operation) {
    Map<String, Object> binding = JsonBody.of("type", "IPAddress", "ip_address_id", address);
    assertRefused(sendBinding(operation, binding), pathOf(operation, "type"), "Send \"Interface\"");
  }

  @Test
  void refuses_the_ip_address_of_a_binding_with_an_interface() {
    assertRefused(
        host.tryService("s", JsonBody.with(bindingWithAddress(), "interface_id", address)),
        "bindings[0].ip_address_id",
        "Send interface_id");
  }

  @Test
  void accepts_a_null_ip_address_as_all_interfaces() {
    String other = host.port(81);
    Map<String, Object> all = JsonBody.of("type", "Port", "port_id", other, "ip_address_id", null);
    JsonNode created = host.tryService("s", all).data();
    assertThat(created.at("/bindings/0/interface_id").isNull()).isTrue();
  }

  private List<Map<String, Object>> addresses() {
    return List.of(iface(newId(), network, "10.0.9.77"));
  }

  @Test
  void refuses_the_ip_addresses_of_a_new_host() {
    Map<String, Object> body = JsonBody.with(network.hostBody("h"), "ip_addresses", addresses());
    assertRefused(client.post("/hosts", body), "ip_addresses", "Send interfaces");
    assertRefused(
        client.post("/hosts", JsonBody.with(body, "interfaces", null)),
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
  void accepts_ip_addresses_with_null_interfaces() {
    JsonNode read = client.get("/hosts/" + host.id()).data();
    Map<String, Object> sent =
        JsonBody.with(JsonBody.of(read), "interfaces", null, "ports", null, "services", null);
    assertThat(client.put("/hosts/" + host.id(), sent).data().get("interfaces"))
        .isEqualTo(read.get("interfaces"));
  }

  @Test
  void accepts_null_ip_addresses() {
    Map<String, Object> body = JsonBody.with(network.hostBody("h"), "ip_addresses", null);
    client.post("/hosts", body).data();
    assertThat(client.put("/hosts/" + host.id(), body).data().get("interfaces")).hasSize(1);
  }

  @Test
  void returns_the_interfaces_also_as_ip_addresses() {
    JsonNode read = client.get("/hosts/" + host.id()).data();
    assertThat(read.get("ip_addresses")).hasSize(1).isEqualTo(read.get("interfaces"));
    assertThat(client.get("/hosts").data().get(0).has("ip_addresses")).isTrue();
  }

  @Test
  void accepts_a_host_that_is_sent_back_as_read() {
    JsonNode read = client.get("/hosts/" + host.id()).data();
    Map<String, Object> changed = JsonBody.with(JsonBody.of(read), "name", "renamed");
    JsonNode after = client.put("/hosts/" + host.id(), changed).data();
    assertThat(after.get("name").asText()).isEqualTo("renamed");
    assertThat(after.get("interfaces")).isEqualTo(read.get("interfaces"));
  }

  @Test
  void uses_the_interfaces_if_both_lists_are_sent() {
    JsonNode read = client.get("/hosts/" + host.id()).data();
    Map<String, Object> changed =
        JsonBody.with(
            JsonBody.of(read), "interfaces", List.of(iface(address, network, "10.0.9.78")));
    JsonNode after = client.put("/hosts/" + host.id(), changed).data();
    assertThat(texts(after.get("ip_addresses"), "ip_address")).containsExactly("10.0.9.78");
  }
}
