package io.berth.inventory;

import static io.berth.testing.HostContents.iface;
import static io.berth.testing.HostContents.newId;
import static io.berth.testing.HostContents.port;
import static io.berth.testing.HostContents.service;
import static io.berth.testing.HostContents.withNewId;
import static io.berth.testing.TestHost.onPort;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.testing.ApiClient;
import io.berth.testing.ApiResponse;
import io.berth.testing.JsonBody;
import io.berth.testing.TestNetwork;
import io.berth.testing.TestTenant;
import java.util.List;
import java.util.Map;

/** The body of a new host with two interfaces, two ports and a service. */
abstract class NewHostBodies {
  final TestTenant tenant = TestTenant.create();
  final TestNetwork network = tenant.network();
  final ApiClient client = network.client();
  final String eth0 = newId();
  final String eth1 = newId();
  final String http = newId();
  final String https = newId();
  final String web = newId();
  final Map<String, Object> first = iface(eth0, network, "10.0.9.1");
  final Map<String, Object> second = iface(eth1, network, "10.0.9.2");
  final Map<String, Object> body =
      JsonBody.with(
          network.hostBody("h"),
          "interfaces",
          List.of(first, second),
          "ports",
          List.of(port(http, 80), port(https, 443)),
          "services",
          List.of(service(web, "web", withNewId(onPort(http, eth0)))));

  final ApiResponse create(Object... members) {
    return client.post("/hosts", JsonBody.with(body, members));
  }

  final ApiResponse createServices(Object... services) {
    return create("services", List.of(services));
  }

  static List<String> texts(JsonNode list, String member) {
    return list.findValues(member).stream().map(JsonNode::asText).toList();
  }
}
