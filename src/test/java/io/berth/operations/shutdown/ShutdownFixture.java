package io.berth.operations.shutdown;

import io.berth.testing.ApiClient;
import java.util.List;
import java.util.Map;

/** A host on a server of one test, and request bodies for it. */
record ShutdownFixture(String network, String id) {
  static ShutdownFixture on(ApiClient client) {
    String network = client.get("/networks").ids().get(0);
    return new ShutdownFixture(
        network, client.post("/hosts", Map.of("name", "h", "network_id", network)).id());
  }

  String host(String name) {
    return "{\"name\":\"%s\",\"network_id\":\"%s\"}".formatted(name, network);
  }

  Map<String, Object> port(int number) {
    return Map.of("host_id", id, "network_id", network, "number", number, "protocol", "Tcp");
  }

  Map<String, Object> service(String port) {
    return Map.of(
        "host_id",
        id,
        "network_id",
        network,
        "name",
        "s",
        "service_definition",
        "Custom",
        "bindings",
        List.of(Map.of("type", "Port", "port_id", port)));
  }
}
