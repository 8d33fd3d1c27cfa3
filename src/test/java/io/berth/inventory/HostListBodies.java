package io.berth.inventory;

import static io.berth.testing.TestHost.onPort;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.testing.ApiClient;
import io.berth.testing.ApiResponse;
import io.berth.testing.JsonBody;
import io.berth.testing.RuleChecker;
import io.berth.testing.TestHost;
import io.berth.testing.TestNetwork;
import io.berth.testing.TestTenant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;

/**
 * A stored host with two interfaces, two ports and two services, and PUT requests with its lists.
 */
abstract class HostListBodies {
  final TestTenant tenant = TestTenant.create();
  final TestNetwork network = tenant.network();
  final ApiClient client = network.client();
  final TestHost host = network.host("h");
  final String path = "/hosts/" + host.id();
  final String eth0 = host.iface();
  final String eth1 = host.iface();
  final String http = host.port(80);
  final String https = host.port(443);
  final String web = host.service("web", onPort(http, eth0));
  final String proxy = host.service("proxy", onPort(https));

  @AfterEach
  void assert_that_no_rule_is_broken() {
    assertThat(RuleChecker.findings()).isEmpty();
  }

  final ApiResponse put(Object... members) {
    return client.put(path, JsonBody.with(JsonBody.of("name", "h", "hidden", false), members));
  }

  final JsonNode read() {
    return client.get(path).data();
  }

  final List<Map<String, Object>> list(String member) {
    return Stream.of(read().get(member))
        .flatMap(list -> java.util.stream.StreamSupport.stream(list.spliterator(), false))
        .map(JsonBody::of)
        .toList();
  }

  static List<String> ids(JsonNode host, String list) {
    return java.util.stream.StreamSupport.stream(host.get(list).spliterator(), false)
        .map(child -> child.get("id").asText())
        .toList();
  }
}
