package io.berth.inventory;

import static io.berth.testing.HostContents.iface;
import static io.berth.testing.HostContents.newId;
import static io.berth.testing.HostContents.port;
import static io.berth.testing.HostContents.service;
import static io.berth.testing.HostContents.withNewId;
import static io.berth.testing.TestHost.onPort;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.ApiClient;
import io.berth.testing.ApiResponse;
import io.berth.testing.Concurrently;
import io.berth.testing.JsonBody;
import io.berth.testing.RuleChecker;
import io.berth.testing.TestHost;
import io.berth.testing.TestNetwork;
import io.berth.testing.TestTenant;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Concurrent requests for whole hosts and for single entities. */
class WholeHostRacesIT {
  private static final int ROUNDS = 15;

  private final TestTenant tenant = TestTenant.create();
  private final TestNetwork network = tenant.network();
  private final ApiClient client = network.client();

  @AfterEach
  void assert_that_no_rule_is_broken() {
    assertThat(RuleChecker.findings()).isEmpty();
    client.delete("/networks/" + network.id()).data();
  }

  private static String outcomes(List<Callable<ApiResponse>> calls) {
    return Concurrently.together(calls).stream()
        .map(response -> (response.status() + " " + response.code()).strip())
        .sorted()
        .toList()
        .toString();
  }

  private ApiResponse consolidate(TestHost host, TestHost other) {
    return client.send(
        "PUT",
        "/hosts/%s/consolidate/%s".formatted(host.id(), other.id()),
        BodyPublishers.noBody(),
        List.of());
  }

  private ApiResponse createWith(String address) {
    List<?> interfaces = List.of(iface(newId(), network, address));
    return client.post("/hosts", JsonBody.with(network.hostBody("h"), "interfaces", interfaces));
  }

  @Test
  void creates_exactly_one_of_two_hosts_with_the_same_address() {
    List<String> outcomes = new ArrayList<>();
    for (int i = 1; i <= ROUNDS; i++) {
      String address = "10.0.9." + i;
      outcomes.add(outcomes(List.of(() -> createWith(address), () -> createWith(address))));
    }
    assertThat(outcomes).containsOnly("[200, 400 validation_failed]");
  }

  private ApiResponse createWith(String list, Object entry) {
    return client.post("/hosts", JsonBody.with(network.hostBody("h"), list, List.of(entry)));
  }

  @Test
  void creates_exactly_one_of_two_hosts_with_the_same_child_id() {
    List<String> outcomes = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      Map<String, Object> http = port(newId(), 80);
      Map<String, Object> web = service(newId(), "web");
      outcomes.add(
          outcomes(List.of(() -> createWith("ports", http), () -> createWith("ports", http))));
      outcomes.add(
          outcomes(List.of(() -> createWith("services", web), () -> createWith("services", web))));
    }
    assertThat(outcomes).containsOnly("[200, 409 id_taken]");
  }

  @Test
  void accepts_exactly_one_of_two_opposite_consolidations() {
    List<String> outcomes = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      TestHost one = network.host("one");
      TestHost two = network.host("two");
      one.service("web", onPort(one.port(80), one.iface()));
      two.service("web", onPort(two.port(81), two.iface()));
      outcomes.add(outcomes(List.of(() -> consolidate(one, two), () -> consolidate(two, one))));
    }
    assertThat(outcomes).containsOnly("[200, 404 entity_not_found]");
  }

  @Test
  void serializes_a_list_and_a_new_service_that_claim_one_port() {
    TestHost host = network.host();
    String http = host.port(80);
    for (int i = 0; i < ROUNDS; i++) {
      Map<String, Object> listed =
          JsonBody.of(
              "name",
              "h",
              "hidden",
              false,
              "services",
              List.of(service(newId(), "listed", withNewId(onPort(http)))));
      assertThat(
              outcomes(
                  List.of(
                      () -> client.put("/hosts/" + host.id(), listed),
                      () -> host.tryService("single", onPort(http)))))
          .isIn("[200, 200]", "[200, 400 port_claimed]");
      client.get("/services?host_id=" + host.id()).ids().stream()
          .map("/services/"::concat)
          .forEach(client::delete);
    }
  }

  @Test
  void keeps_the_rules_under_concurrent_lists_services_and_consolidations() {
    TestHost host = network.host();
    String http = host.port(80);
    List<Callable<ApiResponse>> calls = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      int number = i + 1000;
      TestHost other = network.host("other");
      other.service("moved", onPort(other.port(number), other.iface()));
      calls.add(() -> consolidate(host, other));
      calls.add(
          () ->
              other.tryService(
                  "late", onPort(other.tryPort(90).json().at("/data/id").asText(http))));
      calls.add(() -> host.tryService("s", onPort(http, host.tryIface().id())));
      calls.add(
          () ->
              client.put(
                  "/hosts/" + host.id(),
                  JsonBody.of(
                      "name",
                      "h",
                      "hidden",
                      false,
                      "ports",
                      List.of(port(http, 80), port(newId(), number + 2000)))));
    }
    assertThat(Concurrently.together(calls))
        .allMatch(a -> List.of(200, 400, 404, 409).contains(a.status()));
  }

  @Test
  void leaves_no_position_gap_when_a_subnet_is_deleted_during_a_consolidation() {
    for (int i = 0; i < ROUNDS; i++) {
      TestHost one = network.host();
      TestHost two = network.host();
      String subnet = network.subnet("10.7.0.0/16");
      for (int j = 1; j <= 3; j++) {
        two.iface();
        Map<String, Object> body = two.interfaceBody("10.7." + i + "." + j);
        client.post("/interfaces", JsonBody.with(body, "subnet_id", subnet)).data();
      }
      assertThat(
              outcomes(
                  List.of(() -> consolidate(one, two), () -> client.delete("/subnets/" + subnet))))
          .isEqualTo("[200, 200]");
    }
  }
}
