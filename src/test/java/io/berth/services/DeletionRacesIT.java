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
 * Something is deleted at the moment in which others begin to use it. The foreign keys of the
 * embedded database do not hold under concurrency; the locks must.
 */
class DeletionRacesIT {
  private static final int ROUNDS = 12;
  private static final Set<Integer> HONEST = Set.of(200, 400, 403, 404, 409);

  private final TestTenant tenant = TestTenant.create();
  private final TestNetwork network = tenant.network();
  private final ApiClient client = network.client();
  private final TestHost host = network.host();

  @AfterEach
  void leave() {
    client.delete("/networks/" + network.id());
  }

  /** One round of a race: who deletes comes among those who use. */
  private interface Race {
    List<Callable<ApiResponse>> round(int number);
  }

  private static void leavesNoOrphans(Race race) {
    Set<String> findings = new TreeSet<>();
    for (int round = 1; round <= ROUNDS; round++) {
      for (ApiResponse answer : Concurrently.together(race.round(round))) {
        if (!HONEST.contains(answer.status())) {
          findings.add(answer.status() + " " + answer.text());
        }
      }
    }
    findings.addAll(RuleChecker.findings());
    assertThat(findings).isEmpty();
  }

  private List<Callable<ApiResponse>> deleting(String path, Callable<ApiResponse> use) {
    List<Callable<ApiResponse>> calls = new ArrayList<>(List.of(use, use));
    calls.add(() -> client.delete(path));
    calls.addAll(List.of(use, use));
    return calls;
  }

  @Test
  void a_port_that_services_are_bound_to() {
    leavesNoOrphans(
        round -> {
          String port = host.port(round);
          return deleting("/ports/" + port, () -> host.tryService("web", onPort(port)));
        });
  }

  @Test
  void an_interface_that_services_are_bound_to() {
    leavesNoOrphans(
        round -> {
          String iface = host.iface();
          return deleting("/interfaces/" + iface, () -> host.tryService("x", onInterface(iface)));
        });
  }

  @Test
  void a_service_that_bindings_are_added_to() {
    leavesNoOrphans(
        round -> {
          String service = host.service("web");
          String port = host.port(round);
          return deleting("/services/" + service, () -> host.tryBind(service, onPort(port)));
        });
  }

  @Test
  void a_host_that_services_are_made_on() {
    leavesNoOrphans(
        round -> {
          TestHost leaving = network.host();
          return deleting("/hosts/" + leaving.id(), () -> leaving.tryService("web"));
        });
  }

  @Test
  void a_host_that_services_move_to() {
    leavesNoOrphans(
        round -> {
          TestHost leaving = network.host();
          String service = host.service("web");
          return deleting("/hosts/" + leaving.id(), () -> leaving.tryReplace(service, "web"));
        });
  }

  @Test
  void a_host_that_ports_are_made_on() {
    leavesNoOrphans(
        round -> {
          TestHost leaving = network.host();
          var body =
              Map.of(
                  "host_id",
                  leaving.id(),
                  "network_id",
                  network.id(),
                  "number",
                  round,
                  "protocol",
                  "Udp");
          return deleting("/hosts/" + leaving.id(), () -> client.post("/ports", body));
        });
  }

  private Map<String, Object> address(TestNetwork within, TestHost on, String subnet) {
    return Map.of(
        "host_id", on.id(),
        "network_id", within.id(),
        "subnet_id", subnet,
        "ip_address", within.address());
  }

  @Test
  void a_subnet_that_interfaces_are_made_in() {
    leavesNoOrphans(
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
          return deleting(
              "/subnets/" + subnet,
              () -> client.post("/interfaces", address(network, host, subnet)));
        });
  }

  @Test
  void a_host_that_interfaces_are_made_on() {
    leavesNoOrphans(
        round -> {
          TestHost leaving = network.host();
          return deleting(
              "/hosts/" + leaving.id(),
              () -> client.post("/interfaces", address(network, leaving, network.subnet())));
        });
  }

  @Test
  void a_network_that_services_are_made_in() {
    leavesNoOrphans(
        round -> {
          TestNetwork leaving = tenant.network();
          TestHost there = leaving.host();
          return deleting("/networks/" + leaving.id(), () -> there.tryService("web"));
        });
  }

  @Test
  void a_network_that_hosts_are_made_in() {
    leavesNoOrphans(
        round -> {
          String leaving = tenant.network().id();
          return deleting(
              "/networks/" + leaving,
              () -> client.post("/hosts", Map.of("name", "late", "network_id", leaving)));
        });
  }

  @Test
  void a_network_that_interfaces_are_made_in() {
    leavesNoOrphans(
        round -> {
          TestNetwork leaving = tenant.network();
          TestHost there = leaving.host();
          return deleting(
              "/networks/" + leaving.id(),
              () -> client.post("/interfaces", address(leaving, there, leaving.subnet())));
        });
  }

  @Test
  void a_network_that_subnets_are_made_in() {
    leavesNoOrphans(
        round -> {
          String leaving = tenant.network().id();
          var wanted = Map.of("network_id", leaving, "name", "late", "subnet_type", "Lan");
          return deleting(
              "/networks/" + leaving,
              () -> client.post("/subnets", BodyVariant.with(wanted, "cidr", "10.8.0.0/16")));
        });
  }

  @Test
  void a_tag_that_services_are_marked_with() {
    leavesNoOrphans(
        round -> {
          String tag = tenant.tag("tag " + round);
          var body = BodyVariant.with(host.serviceBody("web"), "tags", List.of(tag));
          return deleting("/tags/" + tag, () -> client.post("/services", body));
        });
  }

  @Test
  void a_service_that_is_being_marked() {
    leavesNoOrphans(
        round -> {
          String service = host.service("web");
          var body =
              BodyVariant.with(host.serviceBody("web"), "tags", List.of(tenant.tag("t" + round)));
          return deleting("/services/" + service, () -> client.put("/services/" + service, body));
        });
  }
}
