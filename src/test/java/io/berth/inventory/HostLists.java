package io.berth.inventory;

import static io.berth.testing.TestHost.onPort;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.testing.Answer;
import io.berth.testing.Client;
import io.berth.testing.Members;
import io.berth.testing.Network;
import io.berth.testing.Oracle;
import io.berth.testing.Tenant;
import io.berth.testing.TestHost;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;

/** A host with two interfaces, two ports and two services, whose lists are sent. */
abstract class HostLists {
  final Tenant tenant = Tenant.found();
  final Network network = tenant.network();
  final Client client = network.client();
  final TestHost host = network.host("h");
  final String path = "/hosts/" + host.id();
  final String eth0 = host.iface();
  final String eth1 = host.iface();
  final String http = host.port(80);
  final String https = host.port(443);
  final String web = host.service("web", onPort(http, eth0));
  final String proxy = host.service("proxy", onPort(https));

  @AfterEach
  void every_rule_holds() {
    assertThat(Oracle.findings()).isEmpty();
  }

  final Answer put(Object... members) {
    return client.put(path, Members.with(Members.of("name", "h", "hidden", false), members));
  }

  final JsonNode read() {
    return client.get(path).data();
  }

  final List<Map<String, Object>> list(String member) {
    return Stream.of(read().get(member))
        .flatMap(list -> java.util.stream.StreamSupport.stream(list.spliterator(), false))
        .map(Members::of)
        .toList();
  }

  static List<String> ids(JsonNode host, String list) {
    return java.util.stream.StreamSupport.stream(host.get(list).spliterator(), false)
        .map(one -> one.get("id").asText())
        .toList();
  }
}
