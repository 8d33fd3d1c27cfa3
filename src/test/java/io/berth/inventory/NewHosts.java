package io.berth.inventory;

import static io.berth.testing.Furniture.bound;
import static io.berth.testing.Furniture.iface;
import static io.berth.testing.Furniture.newId;
import static io.berth.testing.Furniture.port;
import static io.berth.testing.Furniture.service;
import static io.berth.testing.TestHost.onPort;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.testing.Answer;
import io.berth.testing.Client;
import io.berth.testing.Members;
import io.berth.testing.Network;
import io.berth.testing.Tenant;
import java.util.List;
import java.util.Map;

/** A host that is to be made with two interfaces, two ports and a service. */
abstract class NewHosts {
  final Tenant tenant = Tenant.found();
  final Network network = tenant.network();
  final Client client = network.client();
  final String eth0 = newId();
  final String eth1 = newId();
  final String http = newId();
  final String https = newId();
  final String web = newId();
  final Map<String, Object> first = iface(eth0, network, "10.0.9.1");
  final Map<String, Object> second = iface(eth1, network, "10.0.9.2");
  final Map<String, Object> body =
      Members.with(
          network.hostBody("h"),
          "interfaces",
          List.of(first, second),
          "ports",
          List.of(port(http, 80), port(https, 443)),
          "services",
          List.of(service(web, "web", bound(onPort(http, eth0)))));

  final Answer create(Object... members) {
    return client.post("/hosts", Members.with(body, members));
  }

  final Answer createServices(Object... services) {
    return create("services", List.of(services));
  }

  static List<String> texts(JsonNode list, String member) {
    return list.findValues(member).stream().map(JsonNode::asText).toList();
  }
}
