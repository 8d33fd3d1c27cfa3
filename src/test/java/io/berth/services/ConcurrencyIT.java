package io.berth.services;

import static io.berth.testing.TestHost.onPort;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.ApiResponse;
import io.berth.testing.Concurrently;
import io.berth.testing.RuleChecker;
import io.berth.testing.TestHost;
import io.berth.testing.TestNetwork;
import io.berth.testing.TestTenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Concurrent writes to the services of one host. */
class ConcurrencyIT {
  private static final int ROUNDS = 30;

  private final TestTenant tenant = TestTenant.create();
  private final TestNetwork network = tenant.network();
  private final TestHost host = network.host();

  @AfterEach
  void delete_the_network() {
    network.client().delete("/networks/" + network.id()).data();
  }

  private static String outcome(ApiResponse response) {
    return (response.status() + " " + response.code()).strip();
  }

  private static String outcomes(List<Callable<ApiResponse>> calls) {
    return Concurrently.together(calls).stream()
        .map(ConcurrencyIT::outcome)
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private Map<String, Object> binding(String port, String iface) {
    return iface == null ? onPort(port) : onPort(port, iface);
  }

  @ParameterizedTest
  @CsvSource({"false,false", "false,true", "true,false", "true,true"})
  void accepts_exactly_one_of_two_creates_that_claim_one_port(boolean first, boolean second) {
    String iface = host.iface();
    List<String> outcomes = new ArrayList<>();
    for (int round = 1; round <= ROUNDS; round++) {
      String port = host.port(round);
      outcomes.add(
          outcomes(
              List.of(
                  () -> host.tryService("one", binding(port, first ? iface : null)),
                  () -> host.tryService("two", binding(port, second ? iface : null)))));
    }
    assertThat(outcomes).hasSize(ROUNDS).containsOnly("200, 400 port_claimed");
  }

  @Test
  void accepts_exactly_one_of_two_bindings_that_claim_one_port() {
    String one = host.service("one");
    String two = host.service("two");
    String iface = host.iface();
    List<String> outcomes = new ArrayList<>();
    for (int round = 1; round <= ROUNDS; round++) {
      String port = host.port(round);
      outcomes.add(
          outcomes(
              List.of(
                  () -> host.tryBind(one, onPort(port)),
                  () -> host.tryBind(two, onPort(port, iface)))));
    }
    assertThat(outcomes).hasSize(ROUNDS).containsOnly("200, 409 port_claimed");
  }

  @Test
  void accepts_exactly_one_of_two_puts_that_claim_one_port() {
    String one = host.service("one");
    String two = host.service("two");
    List<String> outcomes = new ArrayList<>();
    for (int round = 1; round <= ROUNDS; round++) {
      String port = host.port(round);
      outcomes.add(
          outcomes(
              List.of(
                  () -> host.tryReplace(one, "one", onPort(port)),
                  () -> host.tryReplace(two, "two", onPort(port)))));
    }
    assertThat(outcomes).hasSize(ROUNDS).containsOnly("200, 400 port_claimed");
  }

  @Test
  void stores_one_binding_for_concurrent_equal_requests() {
    String service = host.service("web");
    String port = host.port(80);
    List<Callable<ApiResponse>> calls = new ArrayList<>();
    IntStream.range(0, Concurrently.SIZE)
        .forEach(i -> calls.add(() -> host.tryBind(service, onPort(port))));
    assertThat(Concurrently.together(calls).stream().map(ApiResponse::id).distinct())
        .hasSize(1)
        .isEqualTo(host.bindingsOf(service));
  }

  @Test
  void keeps_the_binding_on_all_interfaces_of_two_concurrent_ones() {
    String service = host.service("web");
    String iface = host.iface();
    for (int round = 1; round <= ROUNDS; round++) {
      String port = host.port(round);
      Concurrently.together(
          List.of(
              () -> host.tryBind(service, onPort(port, iface)),
              () -> host.tryBind(service, onPort(port))));
    }
    assertThat(
            network.client().get("/bindings?limit=0&service_id=" + service).texts("interface_id"))
        .hasSize(ROUNDS)
        .containsOnly("null");
  }

  @Test
  void assigns_the_positions_0_to_47_to_48_concurrent_creates() {
    List<Callable<ApiResponse>> calls = new ArrayList<>();
    IntStream.range(0, 48).forEach(i -> calls.add(() -> host.tryService("service " + i)));
    assertThat(
            Concurrently.together(calls).stream()
                .map(response -> response.data().get("position").asInt()))
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 48).boxed().toList());
  }

  @Test
  void accepts_concurrent_moves_in_both_directions() {
    TestHost other = network.host("other");
    List<Callable<ApiResponse>> calls = new ArrayList<>();
    for (int i = 0; i < Concurrently.SIZE; i++) {
      boolean startsOnHost = i % 2 == 0;
      String service = (startsOnHost ? host : other).service("moving");
      for (int round = 0; round < 10; round++) {
        TestHost to = (round % 2 == 0) == startsOnHost ? other : host;
        calls.add(() -> to.tryReplace(service, "moving"));
      }
    }
    assertThat(Concurrently.together(calls).stream().map(ConcurrencyIT::outcome))
        .containsOnly("200");
  }

  @Test
  void keeps_the_rules_under_concurrent_moves_of_bound_services() {
    TestHost other = network.host("other");
    String ownPort = host.port(80);
    String otherPort = other.port(80);
    List<Callable<ApiResponse>> calls = new ArrayList<>();
    for (int i = 0; i < Concurrently.SIZE; i++) {
      String service = (i % 2 == 0 ? host : other).service("moving");
      for (int round = 0; round < 5; round++) {
        calls.add(() -> other.tryReplace(service, "moving", onPort(otherPort)));
        calls.add(() -> host.tryReplace(service, "moving", onPort(ownPort)));
      }
    }
    Concurrently.together(calls);
    assertThat(RuleChecker.findings()).isEmpty();
  }
}
