package io.berth.services;

import static io.berth.testing.TestHost.onInterface;
import static io.berth.testing.TestHost.onPort;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.ApiClient;
import io.berth.testing.ApiResponse;
import io.berth.testing.BodyVariant;
import io.berth.testing.Concurrently;
import io.berth.testing.RuleChecker;
import io.berth.testing.TestHost;
import io.berth.testing.TestNetwork;
import io.berth.testing.TestTenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Deletes an entity while concurrent requests start to refer to it. The embedded database does not
 * enforce foreign keys under concurrency, so the locks must.
 */
class DeletionRacesIT {
  private static final int ROUNDS = 12;
  private static final Set<Integer> EXPECTED_STATUSES = Set.of(200, 400, 403, 404, 409);

  private final TestTenant tenant = TestTenant.create();
  private final TestNetwork network = tenant.network();
  private final ApiClient client = network.client();
  private final TestHost host = network.host();

  @AfterEach
  void delete_the_network() {
    client.delete("/networks/" + network.id());
  }

  /** One round of concurrent requests: one deletes the entity, the others refer to it. */
  private interface Race {
    List<Callable<ApiResponse>> round(int number);
  }

  private static void assertNoOrphans(Race race) {
    Set<String> findings = new TreeSet<>();
    for (int round = 1; round <= ROUNDS; round++) {
      for (ApiResponse response : Concurrently.together(race.round(round))) {
        if (!EXPECTED_STATUSES.contains(response.status())) {
          findings.add(response.status() + " " + response.text());
        }
      }
    }
    findings.addAll(RuleChecker.findings());
    assertThat(findings).isEmpty();
  }

  private List<Callable<ApiResponse>> deletingDuring(String path, Callable<ApiResponse> use) {
    List<Callable<ApiResponse>> calls = new ArrayList<>(List.of(use, use));
    calls.add(() -> client.delete(path));
    calls.addAll(List.of(use, use));
    return calls;
  }

  @Test
  void deletes_a_port_while_services_bind_to_it() {
    assertNoOrphans(
        round -> {
          String port = host.port(round);
          return deletingDuring("/ports/" + port, () -> host.tryService("web", onPort(port)));
        });
  }

  @Test
  void deletes_an_interface_while_services_bind_to_it() {
    assertNoOrphans(
        round -> {
          String iface = host.iface();
          return deletingDuring(
              "/interfaces/" + iface, () -> host.tryService("x", onInterface(iface)));
        });
  }

  @Test
  void deletes_a_service_while_bindings_are_added() {
    assertNoOrphans(
        round -> {
          String service = host.service("web");
          String port = host.port(round);
          return deletingDuring("/services/" + service, () -> host.tryBind(service, onPort(port)));
        });
  }

  @Test
  void deletes_a_host_while_services_are_created() {
    assertNoOrphans(
        round -> {
          TestHost deleted = network.host();
          return deletingDuring("/hosts/" + deleted.id(), () -> deleted.tryService("web"));
        });
  }

  @Test
  void deletes_a_host_while_services_move_to_it() {
    assertNoOrphans(
        round -> {
          TestHost deleted = network.host();
          String service = host.service("web");
          return deletingDuring("/hosts/" + deleted.id(), () -> deleted.tryReplace(service, "web"));
        });
  }

  @Test
  void deletes_a_host_while_ports_are_created() {
    assertNoOrphans(
        round -> {
          TestHost deleted = network.host();
          var body =
              Map.of(
                  "host_id",
                  deleted.id(),
                  "network_id",
                  network.id(),
                  "number",
                  round,
                  "protocol",
                  "Udp");
          return deletingDuring("/hosts/" + deleted.id(), () -> client.post("/ports", body));
        });
  }

  private Map<String, Object> interfaceBody(TestNetwork within, TestHost host, String subnet) {
    return Map.of(
        "host_id", host.id(),
        "network_id", within.id(),
        "subnet_id", subnet,
        "ip_address", within.address());
  }

  @Test
  void deletes_a_subnet_while_interfaces_are_created() {
    assertNoOrphans(
        round -> {
          String subnet =
              client
                  .post(
                      "/subnets",
                      Map.of(
                          "cidr",
                          "10.0.0.0/" + (15 - round % 7),
                          "network_id",
                          network.id(),
                          "name",
                          "leaving",
                          "subnet_type",
                          "Lan"))
                  .id();
          return deletingDuring(
              "/subnets/" + subnet,
              () -> client.post("/interfaces", interfaceBody(network, host, subnet)));
        });
  }

  @Test
  void deletes_a_host_while_interfaces_are_created() {
    assertNoOrphans(
        round -> {
          TestHost deleted = network.host();
          return deletingDuring(
              "/hosts/" + deleted.id(),
              () -> client.post("/interfaces", interfaceBody(network, deleted, network.subnet())));
        });
  }

  @Test
  void deletes_a_network_while_services_are_created() {
    assertNoOrphans(
        round -> {
          TestNetwork deleted = tenant.network();
          TestHost host = deleted.host();
          return deletingDuring("/networks/" + deleted.id(), () -> host.tryService("web"));
        });
  }

  @Test
  void deletes_a_network_while_hosts_are_created() {
    assertNoOrphans(
        round -> {
          String deleted = tenant.network().id();
          return deletingDuring(
              "/networks/" + deleted,
              () -> client.post("/hosts", Map.of("name", "late", "network_id", deleted)));
        });
  }

  @Test
  void deletes_a_network_while_interfaces_are_created() {
    assertNoOrphans(
        round -> {
          TestNetwork deleted = tenant.network();
          TestHost host = deleted.host();
          return deletingDuring(
              "/networks/" + deleted.id(),
              () -> client.post("/interfaces", interfaceBody(deleted, host, deleted.subnet())));
        });
  }

  @Test
  void deletes_a_network_while_subnets_are_created() {
    assertNoOrphans(
        round -> {
          String deleted = tenant.network().id();
          var body = Map.of("network_id", deleted, "name", "late", "subnet_type", "Lan");
          return deletingDuring(
              "/networks/" + deleted,
              () -> client.post("/subnets", BodyVariant.with(body, "cidr", "10.8.0.0/16")));
        });
  }

  @Test
  void deletes_a_tag_while_services_are_tagged() {
    assertNoOrphans(
        round -> {
          String tag = tenant.tag("tag " + round);
          var body = BodyVariant.with(host.serviceBody("web"), "tags", List.of(tag));
          return deletingDuring("/tags/" + tag, () -> client.post("/services", body));
        });
  }

  @Test
  void deletes_a_service_while_it_is_tagged() {
    assertNoOrphans(
        round -> {
          String service = host.service("web");
          var body =
              BodyVariant.with(host.serviceBody("web"), "tags", List.of(tenant.tag("t" + round)));
          return deletingDuring(
              "/services/" + service, () -> client.put("/services/" + service, body));
        });
  }
}
