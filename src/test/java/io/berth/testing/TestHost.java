package io.berth.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A host of a network: what a test arranges on it. Ids are text, as on the wire. */
public final class TestHost {
  private final TestNetwork network;
  private final String id;

  TestHost(TestNetwork network, String id) {
    this.network = network;
    this.id = id;
  }

  /** The host's id. */
  public String id() {
    return id;
  }

  /** The network that it stands in. */
  public TestNetwork network() {
    return network;
  }

  /** The same host, through another node. */
  public TestHost through(ApiClient otherNode) {
    return new TestHost(network.through(otherNode), id);
  }

  private ApiClient client() {
    return network.client();
  }

  /** A new TCP port; its id. */
  public String port(int number) {
    return port(number, "Tcp");
  }

  /** A new port; its id. */
  public String port(int number, String protocol) {
    return tryPort(number, protocol).id();
  }

  /** Tries to make a TCP port. */
  public ApiResponse tryPort(int number) {
    return tryPort(number, "Tcp");
  }

  private ApiResponse tryPort(int number, String protocol) {
    return client()
        .post(
            "/ports",
            Map.of(
                "host_id", id,
                "network_id", network.id(),
                "number", number,
                "protocol", protocol));
  }

  /** A new interface with an address of its own; its id. */
  public String iface() {
    return tryIface().id();
  }

  /** Tries to make an interface with an address of its own. */
  public ApiResponse tryIface() {
    return client()
        .post(
            "/interfaces",
            Map.of(
                "host_id", id,
                "network_id", network.id(),
                "subnet_id", network.subnet(),
                "ip_address", network.address()));
  }

  /** The body of a port on this host. */
  public Map<String, Object> portBody(Object number, String protocol) {
    return JsonBody.of(
        "host_id", id, "network_id", network.id(), "number", number, "protocol", protocol);
  }

  /** The body of an interface on this host, in the network's subnet. */
  public Map<String, Object> interfaceBody(String address) {
    return JsonBody.of(
        "host_id",
        id,
        "network_id",
        network.id(),
        "subnet_id",
        network.subnet(),
        "ip_address",
        address);
  }

  /** The positions of the interfaces, by their ids. */
  public Map<String, Integer> positions() {
    Map<String, Integer> positions = new HashMap<>();
    client()
        .get("/hosts/" + id)
        .data()
        .get("interfaces")
        .forEach(one -> positions.put(one.get("id").asText(), one.get("position").asInt()));
    return positions;
  }

  /** The body of a service on this host with these bindings. */
  public Map<String, Object> serviceBody(String name, Object... bindings) {
    Map<String, Object> body = new HashMap<>();
    body.put("host_id", id);
    body.put("network_id", network.id());
    body.put("name", name);
    body.put("service_definition", "Web Service");
    body.put("bindings", List.of(bindings));
    return body;
  }

  /** Tries to make a service with these bindings. */
  public ApiResponse tryService(String name, Object... bindings) {
    return client().post("/services", serviceBody(name, bindings));
  }

  /** A new service with these bindings; its id. */
  public String service(String name, Object... bindings) {
    return tryService(name, bindings).id();
  }

  /** A Port binding on one interface. */
  public static Map<String, Object> onPort(String port, String iface) {
    return Map.of("type", "Port", "port_id", port, "interface_id", iface);
  }

  /** A Port binding on all interfaces. */
  public static Map<String, Object> onPort(String port) {
    Map<String, Object> binding = new HashMap<>();
    binding.put("type", "Port");
    binding.put("port_id", port);
    binding.put("interface_id", null);
    return binding;
  }

  /** An Interface binding. */
  public static Map<String, Object> onInterface(String iface) {
    return Map.of("type", "Interface", "interface_id", iface);
  }

  /** Tries to give a service one more binding. */
  public ApiResponse tryBind(String service, Map<String, Object> binding) {
    return client().post("/bindings", lone(service, binding));
  }

  /** The body of a binding on its own. */
  public Map<String, Object> lone(String service, Map<String, Object> binding) {
    Map<String, Object> body = new HashMap<>(binding);
    body.put("service_id", service);
    body.put("network_id", network.id());
    return body;
  }

  /** Tries to make a service of this host's out of the one of that id, with these bindings. */
  public ApiResponse tryReplace(String service, String name, Object... bindings) {
    return client().put("/services/" + service, serviceBody(name, bindings));
  }

  /** One more binding of a service; its id. */
  public String bind(String service, Map<String, Object> binding) {
    return tryBind(service, binding).id();
  }

  /** What can be read of a service now. */
  public JsonNode read(String service) {
    return client().get("/services/" + service).data();
  }

  /** The ids of a service's bindings, as they can be read now. */
  public List<String> bindingsOf(String service) {
    return client().get("/bindings?service_id=" + service).ids();
  }
}
