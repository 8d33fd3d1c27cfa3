package io.berth.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The lists of a host's request body: entries with ids that the client generates. */
public final class HostContents {
  private final List<Map<String, Object>> interfaces = new ArrayList<>();
  private final List<Map<String, Object>> ports = new ArrayList<>();
  private final List<Map<String, Object>> services = new ArrayList<>();

  public static String newId() {
    return UUID.randomUUID().toString();
  }

  /** An interface in the network's subnet. */
  public static Map<String, Object> iface(String id, TestNetwork network, String address) {
    return JsonBody.of("id", id, "subnet_id", network.subnet(), "ip_address", address);
  }

  /** A TCP port. */
  public static Map<String, Object> port(String id, int number) {
    return JsonBody.of("id", id, "number", number, "protocol", "Tcp");
  }

  /** A service with these bindings. */
  public static Map<String, Object> service(String id, String name, Object... bindings) {
    return JsonBody.of(
        "id", id, "service_definition", "Web", "name", name, "bindings", List.of(bindings));
  }

  /** The binding with a new id. */
  public static Map<String, Object> withNewId(Map<String, Object> binding) {
    return JsonBody.with(binding, "id", newId());
  }

  /** Interfaces, and as many ports as services, each service withNewId to one port. */
  public static HostContents of(TestNetwork network, int interfaceCount, int serviceCount) {
    HostContents all = new HostContents();
    for (int i = 0; i < interfaceCount; i++) {
      all.interfaces.add(iface(newId(), network, network.address()));
    }
    for (int i = 0; i < serviceCount; i++) {
      String port = newId();
      all.ports.add(port(port, i + 1));
      String on = (String) all.interfaces.get(i % interfaceCount).get("id");
      all.services.add(service(newId(), "s" + i, withNewId(TestHost.onPort(port, on))));
    }
    return all;
  }

  /** The body with these lists. */
  public Map<String, Object> in(Map<String, Object> body) {
    return JsonBody.with(body, "interfaces", interfaces, "ports", ports, "services", services);
  }
}
