package io.berth.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A host of a network, on which a test creates entities. Ids are text, as in JSON. */
public final class TestHost {
  private final TestNetwork network;
  private final String id;

  TestHost(TestNetwork network, String id) {
    this.network = network;
    this.id = id;
  }

  public String id() {
    return id;
  }

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

  /** Creates a TCP port; returns its id. */
  public String port(int number) {
    return port(number, "Tcp");
  }

  /** Creates a port; returns its id. */
  public String port(int number, String protocol) {
    return tryPort(number, protocol).id();
  }

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

  /** Creates an interface with a new address; returns its id. */
  public String iface() {
    return tryIface().id();
  }

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
        .forEach(iface -> positions.put(iface.get("id").asText(), iface.get("position").asInt()));
    return positions;
  }

  public Map<String, Object> serviceBody(String name, Object... bindings) {
    Map<String, Object> body = new HashMap<>();
    body.put("host_id", id);
    body.put("network_id", network.id());
    body.put("name", name);
    body.put("service_definition", "Web Service");
    body.put("bindings", List.of(bindings));
    return body;
  }

  public ApiResponse tryService(String name, Object... bindings) {
    return client().post("/services", serviceBody(name, bindings));
  }

  /** Creates a service with these bindings; returns its id. */
  public String service(String name, Object... bindings) {
    return tryService(name, bindings).id();
  }

  public static Map<String, Object> onPort(String port, String iface) {
    return Map.of("type", "Port", "port_id", port, "interface_id", iface);
  }

  public static Map<String, Object> onPort(String port) {
    Map<String, Object> binding = new HashMap<>();
    binding.put("type", "Port");
    binding.put("port_id", port);
    binding.put("interface_id", null);
    return binding;
  }

  public static Map<String, Object> onInterface(String iface) {
    return Map.of("type", "Interface", "interface_id", iface);
  }

  public ApiResponse tryBind(String service, Map<String, Object> binding) {
    return client().post("/bindings", bindingBody(service, binding));
  }

  /** The body of a request to {@code /bindings}. */
  public Map<String, Object> bindingBody(String service, Map<String, Object> binding) {
    Map<String, Object> body = new HashMap<>(binding);
    body.put("service_id", service);
    body.put("network_id", network.id());
    return body;
  }

  /** Replaces the service, and moves it to this host if it is on another one. */
  public ApiResponse tryReplace(String service, String name, Object... bindings) {
    return client().put("/services/" + service, serviceBody(name, bindings));
  }

  /** Adds a binding to a service; returns its id. */
  public String bind(String service, Map<String, Object> binding) {
    return tryBind(service, binding).id();
  }

  public JsonNode read(String service) {
    return client().get("/services/" + service).data();
  }

  public List<String> bindingsOf(String service) {
    return client().get("/bindings?service_id=" + service).ids();
  }
}
