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

/** Writers who meet on one host. */
class ConcurrencyIT {
  private static final int ROUNDS = 30;

  private final TestTenant tenant = TestTenant.create();
  private final TestNetwork network = tenant.network();
  private final TestHost host = network.host();

  @AfterEach
  void leave() {
    network.client().delete("/networks/" + network.id()).data();
  }

  private static String outcome(ApiResponse answer) {
    return (answer.status() + " " + answer.code()).strip();
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
  void of_two_creates_that_claim_one_port_exactly_one_succeeds(boolean first, boolean second) {
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
  void of_two_services_that_bind_one_port_exactly_one_succeeds() {
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
  void of_two_changes_that_claim_one_port_exactly_one_succeeds() {
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
  void the_same_binding_from_all_sides_is_stored_once() {
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
  void a_port_on_all_interfaces_and_on_one_end_as_the_one_on_all() {
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
  void forty_eight_creates_at_once_have_the_positions_0_to_47() {
    List<Callable<ApiResponse>> calls = new ArrayList<>();
    IntStream.range(0, 48).forEach(i -> calls.add(() -> host.tryService("service " + i)));
    assertThat(
            Concurrently.together(calls).stream()
                .map(answer -> answer.data().get("position").asInt()))
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 48).boxed().toList());
  }

  @Test
  void moves_in_both_directions_at_once_all_succeed() {
    TestHost other = network.host("other");
    List<Callable<ApiResponse>> calls = new ArrayList<>();
    for (int i = 0; i < Concurrently.SIZE; i++) {
      boolean there = i % 2 == 0;
      String service = (there ? host : other).service("traveller");
      for (int round = 0; round < 10; round++) {
        TestHost to = (round % 2 == 0) == there ? other : host;
        calls.add(() -> to.tryReplace(service, "traveller"));
      }
    }
    assertThat(Concurrently.together(calls).stream().map(ConcurrencyIT::outcome))
        .containsOnly("200");
  }

  @Test
  void moves_of_bound_services_in_both_directions_keep_the_rules() {
    TestHost other = network.host("other");
    String here = host.port(80);
    String there = other.port(80);
    List<Callable<ApiResponse>> calls = new ArrayList<>();
    for (int i = 0; i < Concurrently.SIZE; i++) {
      String service = (i % 2 == 0 ? host : other).service("traveller");
      for (int round = 0; round < 5; round++) {
        calls.add(() -> other.tryReplace(service, "traveller", onPort(there)));
        calls.add(() -> host.tryReplace(service, "traveller", onPort(here)));
      }
    }
    Concurrently.together(calls);
    assertThat(RuleChecker.findings()).isEmpty();
  }
}
