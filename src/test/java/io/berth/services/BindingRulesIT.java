package io.berth.services;

import static io.berth.testing.TestHost.onInterface;
import static io.berth.testing.TestHost.onPort;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.ApiResponse;
import io.berth.testing.TestHost;
import io.berth.testing.TestNetwork;
import io.berth.testing.TestTenant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Rules 1 to 4 for the bindings of a service that is sent. */
class BindingRulesIT {
  private final TestNetwork network = TestTenant.create().network();
  private final TestHost host = network.host();
  private final TestHost other = network.host("other");

  /** The targets of the bindings that a service got: port@interface, a dash for none. */
  private static List<String> targets(ApiResponse answer) {
    return StreamSupport.stream(answer.data().get("bindings").spliterator(), false)
        .map(b -> b.path("port_id").asText("-") + "@" + b.path("interface_id").asText("-"))
        .map(target -> target.replace("null", "-"))
        .map(target -> target.startsWith("@") ? "-" + target : target)
        .toList();
  }

  private static void isConflict(ApiResponse answer, String iface, String port) {
    answer.refused(400, "binding_conflict");
    assertThat(List.of(answer.param("interface_id"), answer.param("port_id")))
        .containsExactly(iface, port);
  }

  private static void isWrongHost(ApiResponse answer, String kind, String id) {
    answer.refused(400, "binding_wrong_host");
    assertThat(List.of(answer.param("kind"), answer.param("id"))).containsExactly(kind, id);
    assertThat(answer.json().get("error").asText()).contains(kind, id);
  }

  // Rule 1: all-interfaces precedence.

  @Test
  void a_port_on_all_interfaces_removes_the_same_port_on_one_after_it() {
    String port = host.port(80);
    ApiResponse answer = host.tryService("web", onPort(port), onPort(port, host.iface()));
    assertThat(targets(answer)).containsExactly(port + "@-");
  }

  @Test
  void a_port_on_all_interfaces_removes_the_same_port_on_one_before_it() {
    String port = host.port(80);
    ApiResponse answer = host.tryService("web", onPort(port, host.iface()), onPort(port));
    assertThat(targets(answer)).containsExactly(port + "@-");
  }

  @Test
  void a_port_on_all_interfaces_removes_the_same_port_on_every_one() {
    String port = host.port(80);
    ApiResponse answer =
        host.tryService(
            "web", onPort(port, host.iface()), onPort(port), onPort(port, host.iface()));
    assertThat(targets(answer)).containsExactly(port + "@-");
  }

  @Test
  void a_port_on_all_interfaces_leaves_other_ports_on_single_ones() {
    String port = host.port(80);
    String secure = host.port(443);
    String iface = host.iface();
    ApiResponse answer = host.tryService("web", onPort(port), onPort(secure, iface));
    assertThat(targets(answer)).containsExactlyInAnyOrder(port + "@-", secure + "@" + iface);
  }

  // Rule 2: deduplication.

  @Test
  void a_port_on_all_interfaces_that_is_sent_twice_is_bound_once() {
    String port = host.port(80);
    assertThat(targets(host.tryService("web", onPort(port), onPort(port))))
        .containsExactly(port + "@-");
  }

  @Test
  void a_port_on_one_interface_that_is_sent_twice_is_bound_once() {
    String port = host.port(80);
    String iface = host.iface();
    assertThat(targets(host.tryService("web", onPort(port, iface), onPort(port, iface))))
        .containsExactly(port + "@" + iface);
  }

  @Test
  void an_interface_that_is_sent_thrice_is_bound_once() {
    Map<String, Object> binding = onInterface(host.iface());
    assertThat(targets(host.tryService("dhcp", binding, binding, binding))).hasSize(1);
  }

  @Test
  void of_equal_bindings_the_first_ones_id_stays() {
    String port = host.port(80);
    String first = UUID.randomUUID().toString();
    ApiResponse answer =
        host.tryService(
            "web", withId(onPort(port), first), withId(onPort(port), UUID.randomUUID().toString()));
    assertThat(answer.data().at("/bindings/0/id").asText()).isEqualTo(first);
  }

  private static Map<String, Object> withId(Map<String, Object> binding, String id) {
    return io.berth.testing.BodyVariant.with(binding, "id", id);
  }

  // Rule 3: conflict, within the service.

  @Test
  void an_interface_conflicts_with_a_port_on_it() {
    String port = host.port(80);
    String iface = host.iface();
    isConflict(host.tryService("x", onInterface(iface), onPort(port, iface)), iface, port);
  }

  @Test
  void a_port_on_an_interface_conflicts_with_the_interface() {
    String port = host.port(80);
    String iface = host.iface();
    isConflict(host.tryService("x", onPort(port, iface), onInterface(iface)), iface, port);
  }

  @Test
  void a_port_on_all_interfaces_conflicts_with_any_interface() {
    String port = host.port(80);
    String iface = host.iface();
    isConflict(host.tryService("x", onPort(port), onInterface(iface)), iface, port);
  }

  @Test
  void an_interface_conflicts_with_a_port_on_all_interfaces() {
    String port = host.port(80);
    String iface = host.iface();
    isConflict(host.tryService("x", onInterface(iface), onPort(port)), iface, port);
  }

  @Test
  void an_interface_and_a_port_on_another_one_do_not_conflict() {
    ApiResponse answer =
        host.tryService("x", onInterface(host.iface()), onPort(host.port(80), host.iface()));
    assertThat(targets(answer)).hasSize(2);
  }

  @Test
  void two_interfaces_do_not_conflict() {
    assertThat(targets(host.tryService("x", onInterface(host.iface()), onInterface(host.iface()))))
        .hasSize(2);
  }

  @Test
  void one_port_on_two_interfaces_does_not_conflict() {
    String port = host.port(80);
    ApiResponse answer =
        host.tryService("x", onPort(port, host.iface()), onPort(port, host.iface()));
    assertThat(targets(answer)).hasSize(2);
  }

  @Test
  void different_ports_on_one_interface_do_not_conflict() {
    String iface = host.iface();
    ApiResponse answer =
        host.tryService("x", onPort(host.port(80), iface), onPort(host.port(443), iface));
    assertThat(targets(answer)).hasSize(2);
  }

  @Test
  void different_ports_on_all_interfaces_and_on_one_do_not_conflict() {
    ApiResponse answer =
        host.tryService("x", onPort(host.port(80)), onPort(host.port(443), host.iface()));
    assertThat(targets(answer)).hasSize(2);
  }

  @Test
  void an_interface_of_one_service_does_not_conflict_with_a_port_of_another() {
    String iface = host.iface();
    host.service("web", onPort(host.port(80), iface));
    assertThat(targets(host.tryService("dhcp", onInterface(iface)))).containsExactly("-@" + iface);
  }

  // Rule 4: cross-host.

  @Test
  void a_port_of_another_host_is_refused() {
    String foreign = other.port(80);
    isWrongHost(host.tryService("web", onPort(foreign)), "Port", foreign);
  }

  @Test
  void an_unknown_port_is_refused_alike() {
    String unknown = UUID.randomUUID().toString();
    isWrongHost(host.tryService("web", onPort(unknown)), "Port", unknown);
  }

  @Test
  void an_interface_of_another_host_is_refused() {
    String foreign = other.iface();
    isWrongHost(host.tryService("dhcp", onInterface(foreign)), "Interface", foreign);
  }

  @Test
  void an_unknown_interface_is_refused_alike() {
    String unknown = UUID.randomUUID().toString();
    isWrongHost(host.tryService("dhcp", onInterface(unknown)), "Interface", unknown);
  }

  @Test
  void an_own_port_on_an_interface_of_another_host_is_refused() {
    String foreign = other.iface();
    isWrongHost(host.tryService("web", onPort(host.port(80), foreign)), "Interface", foreign);
  }

  @Test
  void a_port_of_another_host_on_an_own_interface_is_refused() {
    String foreign = other.port(80);
    isWrongHost(host.tryService("web", onPort(foreign, host.iface())), "Port", foreign);
  }

  @Test
  void the_id_of_an_interface_is_no_port() {
    String iface = host.iface();
    isWrongHost(host.tryService("web", onPort(iface)), "Port", iface);
  }

  @Test
  void the_id_of_a_port_is_no_interface() {
    String port = host.port(80);
    isWrongHost(host.tryService("dhcp", onInterface(port)), "Interface", port);
  }
}
