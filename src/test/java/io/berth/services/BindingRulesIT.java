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

/** Rules 1 to 4 for the bindings of a service in a request. */
class BindingRulesIT {
  private final TestNetwork network = TestTenant.create().network();
  private final TestHost host = network.host();
  private final TestHost other = network.host("other");

  /** The targets of the service's bindings as port@interface, with a dash for none. */
  private static List<String> targets(ApiResponse response) {
    return StreamSupport.stream(response.data().get("bindings").spliterator(), false)
        .map(b -> b.path("port_id").asText("-") + "@" + b.path("interface_id").asText("-"))
        .map(target -> target.replace("null", "-"))
        .map(target -> target.startsWith("@") ? "-" + target : target)
        .toList();
  }

  private static void assertConflict(ApiResponse response, String iface, String port) {
    response.refused(400, "binding_conflict");
    assertThat(List.of(response.param("interface_id"), response.param("port_id")))
        .containsExactly(iface, port);
  }

  private static void assertWrongHost(ApiResponse response, String kind, String id) {
    response.refused(400, "binding_wrong_host");
    assertThat(List.of(response.param("kind"), response.param("id"))).containsExactly(kind, id);
    assertThat(response.json().get("error").asText()).contains(kind, id);
  }

  // Rule 1: all-interfaces precedence.

  @Test
  void a_port_on_all_interfaces_removes_the_same_port_on_one_after_it() {
    String port = host.port(80);
    ApiResponse response = host.tryService("web", onPort(port), onPort(port, host.iface()));
    assertThat(targets(response)).containsExactly(port + "@-");
  }

  @Test
  void a_port_on_all_interfaces_removes_the_same_port_on_one_before_it() {
    String port = host.port(80);
    ApiResponse response = host.tryService("web", onPort(port, host.iface()), onPort(port));
    assertThat(targets(response)).containsExactly(port + "@-");
  }

  @Test
  void a_port_on_all_interfaces_removes_the_same_port_on_each_interface() {
    String port = host.port(80);
    ApiResponse response =
        host.tryService(
            "web", onPort(port, host.iface()), onPort(port), onPort(port, host.iface()));
    assertThat(targets(response)).containsExactly(port + "@-");
  }

  @Test
  void a_port_on_all_interfaces_keeps_other_ports_on_single_interfaces() {
    String port = host.port(80);
    String secure = host.port(443);
    String iface = host.iface();
    ApiResponse response = host.tryService("web", onPort(port), onPort(secure, iface));
    assertThat(targets(response)).containsExactlyInAnyOrder(port + "@-", secure + "@" + iface);
  }

  // Rule 2: deduplication.

  @Test
  void binds_a_repeated_port_on_all_interfaces_once() {
    String port = host.port(80);
    assertThat(targets(host.tryService("web", onPort(port), onPort(port))))
        .containsExactly(port + "@-");
  }

  @Test
  void binds_a_repeated_port_on_one_interface_once() {
    String port = host.port(80);
    String iface = host.iface();
    assertThat(targets(host.tryService("web", onPort(port, iface), onPort(port, iface))))
        .containsExactly(port + "@" + iface);
  }

  @Test
  void binds_a_repeated_interface_once() {
    Map<String, Object> binding = onInterface(host.iface());
    assertThat(targets(host.tryService("dhcp", binding, binding, binding))).hasSize(1);
  }

  @Test
  void keeps_the_id_of_the_first_of_equal_bindings() {
    String port = host.port(80);
    String first = UUID.randomUUID().toString();
    ApiResponse response =
        host.tryService(
            "web", withId(onPort(port), first), withId(onPort(port), UUID.randomUUID().toString()));
    assertThat(response.data().at("/bindings/0/id").asText()).isEqualTo(first);
  }

  private static Map<String, Object> withId(Map<String, Object> binding, String id) {
    return io.berth.testing.BodyVariant.with(binding, "id", id);
  }

  // Rule 3: conflict, within the service.

  @Test
  void an_interface_conflicts_with_a_port_on_it() {
    String port = host.port(80);
    String iface = host.iface();
    assertConflict(host.tryService("x", onInterface(iface), onPort(port, iface)), iface, port);
  }

  @Test
  void a_port_on_an_interface_conflicts_with_the_interface() {
    String port = host.port(80);
    String iface = host.iface();
    assertConflict(host.tryService("x", onPort(port, iface), onInterface(iface)), iface, port);
  }

  @Test
  void a_port_on_all_interfaces_conflicts_with_any_interface() {
    String port = host.port(80);
    String iface = host.iface();
    assertConflict(host.tryService("x", onPort(port), onInterface(iface)), iface, port);
  }

  @Test
  void an_interface_conflicts_with_a_port_on_all_interfaces() {
    String port = host.port(80);
    String iface = host.iface();
    assertConflict(host.tryService("x", onInterface(iface), onPort(port)), iface, port);
  }

  @Test
  void an_interface_and_a_port_on_another_one_do_not_conflict() {
    ApiResponse response =
        host.tryService("x", onInterface(host.iface()), onPort(host.port(80), host.iface()));
    assertThat(targets(response)).hasSize(2);
  }

  @Test
  void two_interfaces_do_not_conflict() {
    assertThat(targets(host.tryService("x", onInterface(host.iface()), onInterface(host.iface()))))
        .hasSize(2);
  }

  @Test
  void one_port_on_two_interfaces_does_not_conflict() {
    String port = host.port(80);
    ApiResponse response =
        host.tryService("x", onPort(port, host.iface()), onPort(port, host.iface()));
    assertThat(targets(response)).hasSize(2);
  }

  @Test
  void different_ports_on_one_interface_do_not_conflict() {
    String iface = host.iface();
    ApiResponse response =
        host.tryService("x", onPort(host.port(80), iface), onPort(host.port(443), iface));
    assertThat(targets(response)).hasSize(2);
  }

  @Test
  void different_ports_on_all_interfaces_and_on_one_do_not_conflict() {
    ApiResponse response =
        host.tryService("x", onPort(host.port(80)), onPort(host.port(443), host.iface()));
    assertThat(targets(response)).hasSize(2);
  }

  @Test
  void an_interface_of_one_service_does_not_conflict_with_a_port_of_another() {
    String iface = host.iface();
    host.service("web", onPort(host.port(80), iface));
    assertThat(targets(host.tryService("dhcp", onInterface(iface)))).containsExactly("-@" + iface);
  }

  // Rule 4: cross-host.

  @Test
  void refuses_a_port_of_another_host() {
    String foreign = other.port(80);
    assertWrongHost(host.tryService("web", onPort(foreign)), "Port", foreign);
  }

  @Test
  void refuses_an_unknown_port_like_a_port_of_another_host() {
    String unknown = UUID.randomUUID().toString();
    assertWrongHost(host.tryService("web", onPort(unknown)), "Port", unknown);
  }

  @Test
  void refuses_an_interface_of_another_host() {
    String foreign = other.iface();
    assertWrongHost(host.tryService("dhcp", onInterface(foreign)), "Interface", foreign);
  }

  @Test
  void refuses_an_unknown_interface_like_one_of_another_host() {
    String unknown = UUID.randomUUID().toString();
    assertWrongHost(host.tryService("dhcp", onInterface(unknown)), "Interface", unknown);
  }

  @Test
  void refuses_an_own_port_on_an_interface_of_another_host() {
    String foreign = other.iface();
    assertWrongHost(host.tryService("web", onPort(host.port(80), foreign)), "Interface", foreign);
  }

  @Test
  void refuses_a_port_of_another_host_on_an_own_interface() {
    String foreign = other.port(80);
    assertWrongHost(host.tryService("web", onPort(foreign, host.iface())), "Port", foreign);
  }

  @Test
  void refuses_the_id_of_an_interface_as_a_port() {
    String iface = host.iface();
    assertWrongHost(host.tryService("web", onPort(iface)), "Port", iface);
  }

  @Test
  void refuses_the_id_of_a_port_as_an_interface() {
    String port = host.port(80);
    assertWrongHost(host.tryService("dhcp", onInterface(port)), "Interface", port);
  }
}
