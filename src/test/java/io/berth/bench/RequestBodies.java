package io.berth.bench;

import io.berth.bench.HostWithFreePorts.Pair;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

final class RequestBodies {
  private RequestBodies() {}

  /** A service that is bound to both ports on all interfaces. */
  static String service(UUID network, UUID host, String name, Pair ports) {
    return """
    {"host_id":"%s","network_id":"%s","service_definition":"Web","name":"%s","bindings":[\
    {"type":"Port","port_id":"%s","interface_id":null},\
    {"type":"Port","port_id":"%s","interface_id":null}]}"""
        .formatted(host, network, name, ports.one(), ports.other());
  }

  static String ids(List<UUID> ids) {
    return ids.stream()
        .map(id -> '"' + id.toString() + '"')
        .collect(Collectors.joining(",", "[", "]"));
  }
}
