package io.berth.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.testing.ApiClient;
import io.berth.testing.ApiResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The registered host as text, to compare it with the expected one. */
final class RegisteredHost {
  private final ApiClient client;

  RegisteredHost(ApiClient client) {
    this.client = client;
  }

  /** The only host, with its interfaces, ports and services. */
  JsonNode host() {
    ApiResponse hosts = client.get("/hosts?limit=0");
    assertThat(hosts.texts("name")).containsExactly("this-machine");
    return hosts.data().get(0);
  }

  private List<JsonNode> of(String list) {
    return StreamSupport.stream(host().get(list).spliterator(), false).toList();
  }

  /** For example {@code eth0 192.0.2.2 in 192.0.2.0/24 02:FC:00:00:00:01}. */
  List<String> interfaces() {
    Map<String, String> cidrs = new HashMap<>();
    client
        .get("/subnets?limit=0")
        .data()
        .forEach(s -> cidrs.put(s.get("id").asText(), s.get("cidr").asText()));
    return of("interfaces").stream()
        .map(
            iface ->
                "%s in %s %s"
                    .formatted(
                        name(iface),
                        cidrs.get(iface.get("subnet_id").asText()),
                        iface.get("mac_address").asText("without").replace("null", "without")))
        .toList();
  }

  private static String name(JsonNode iface) {
    return iface.get("name").asText() + " " + iface.get("ip_address").asText();
  }

  /** For example {@code 80/tcp}. */
  List<String> ports() {
    return of("ports").stream().map(RegisteredHost::port).toList();
  }

  private static String port(JsonNode port) {
    return port.get("number").asText()
        + "/"
        + port.get("protocol").asText().toLowerCase(Locale.ROOT);
  }

  /** The service names, each with its interfaces in brackets, or {@code all}. */
  List<String> services() {
    Map<String, String> names = new HashMap<>();
    of("interfaces").forEach(iface -> names.put(iface.get("id").asText(), name(iface)));
    return of("services").stream()
        .filter(service -> !service.get("service_definition").asText().equals("gateway"))
        .map(
            service ->
                StreamSupport.stream(service.get("bindings").spliterator(), false)
                    .map(iface -> names.getOrDefault(iface.get("interface_id").asText(), "all"))
                    .sorted()
                    .collect(Collectors.joining(", ", service.get("name").asText() + " [", "]")))
        .toList();
  }
}
