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

/** What Berth has of the one machine that a test has registered, as text. */
final class RegisteredHost {
  private final ApiClient berth;

  RegisteredHost(ApiClient berth) {
    this.berth = berth;
  }

  /** The host that Berth has, with all on it. */
  JsonNode host() {
    ApiResponse hosts = berth.get("/hosts?limit=0");
    assertThat(hosts.texts("name")).containsExactly("this-machine");
    return hosts.data().get(0);
  }

  private List<JsonNode> of(String list) {
    return StreamSupport.stream(host().get(list).spliterator(), false).toList();
  }

  /** Its interfaces: {@code eth0 192.0.2.2 in 192.0.2.0/24 02:FC:00:00:00:01}. */
  List<String> interfaces() {
    Map<String, String> cidrs = new HashMap<>();
    berth
        .get("/subnets?limit=0")
        .data()
        .forEach(one -> cidrs.put(one.get("id").asText(), one.get("cidr").asText()));
    return of("interfaces").stream()
        .map(
            one ->
                "%s in %s %s"
                    .formatted(
                        name(one),
                        cidrs.get(one.get("subnet_id").asText()),
                        one.get("mac_address").asText("without").replace("null", "without")))
        .toList();
  }

  private static String name(JsonNode iface) {
    return iface.get("name").asText() + " " + iface.get("ip_address").asText();
  }

  /** Its ports, as in {@code 80/tcp}. */
  List<String> ports() {
    return of("ports").stream().map(RegisteredHost::port).toList();
  }

  private static String port(JsonNode port) {
    return port.get("number").asText()
        + "/"
        + port.get("protocol").asText().toLowerCase(Locale.ROOT);
  }

  /** Its services: the name, and in brackets what it binds on, or {@code all}. */
  List<String> services() {
    Map<String, String> names = new HashMap<>();
    of("interfaces").forEach(one -> names.put(one.get("id").asText(), name(one)));
    return of("services").stream()
        .filter(service -> !service.get("service_definition").asText().equals("gateway"))
        .map(
            service ->
                StreamSupport.stream(service.get("bindings").spliterator(), false)
                    .map(one -> names.getOrDefault(one.get("interface_id").asText(), "all"))
                    .sorted()
                    .collect(Collectors.joining(", ", service.get("name").asText() + " [", "]")))
        .toList();
  }
}
