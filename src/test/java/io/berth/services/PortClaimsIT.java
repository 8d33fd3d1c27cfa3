package io.berth.services;

import static io.berth.testing.TestHost.onInterface;
import static io.berth.testing.TestHost.onPort;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.ApiResponse;
import io.berth.testing.TestHost;
import io.berth.testing.TestNetwork;
import io.berth.testing.TestTenant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Rule 5 for the bindings of a service that is sent, and the order of the rules. */
class PortClaimsIT {
  private final TestTenant tenant = TestTenant.create();
  private final TestNetwork network = tenant.network();
  private final TestHost host = network.host();
  private final String port = host.port(80);

  private static void isClaimed(ApiResponse answer, String port, String owner, String name) {
    answer.refused(400, "port_claimed");
    assertThat(
            List.of(answer.param("port"), answer.param("service_id"), answer.param("service_name")))
        .containsExactly(port, owner, name);
    assertThat(answer.json().get("error").asText()).contains(port, name);
  }

  private static void isAccepted(ApiResponse answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  @Test
  void all_interfaces_overlap_all_interfaces() {
    String owner = host.service("nginx", onPort(port));
    isClaimed(host.tryService("apache", onPort(port)), "80/tcp", owner, "nginx");
  }

  @Test
  void one_interface_overlaps_all_interfaces() {
    String owner = host.service("nginx", onPort(port));
    isClaimed(host.tryService("apache", onPort(port, host.iface())), "80/tcp", owner, "nginx");
  }

  @Test
  void all_interfaces_overlap_one_interface() {
    String owner = host.service("nginx", onPort(port, host.iface()));
    isClaimed(host.tryService("apache", onPort(port)), "80/tcp", owner, "nginx");
  }

  @Test
  void an_interface_overlaps_itself() {
    String iface = host.iface();
    String owner = host.service("nginx", onPort(port, iface));
    isClaimed(host.tryService("apache", onPort(port, iface)), "80/tcp", owner, "nginx");
  }

  @Test
  void two_interfaces_do_not_overlap() {
    host.service("nginx", onPort(port, host.iface()));
    isAccepted(host.tryService("apache", onPort(port, host.iface())));
  }

  @Test
  void one_of_several_bindings_is_enough() {
    String owner = host.service("nginx", onPort(port));
    isClaimed(
        host.tryService("apache", onPort(host.port(443)), onPort(port)), "80/tcp", owner, "nginx");
  }

  @Test
  void the_protocol_is_part_of_the_port() {
    host.service("dns", onPort(host.port(53, "Tcp")));
    isAccepted(host.tryService("dns", onPort(host.port(53, "Udp"))));
  }

  @Test
  void a_udp_port_is_named_as_one() {
    String dns = host.port(53, "Udp");
    String owner = host.service("bind", onPort(dns));
    isClaimed(host.tryService("unbound", onPort(dns)), "53/udp", owner, "bind");
  }

  @Test
  void an_interface_claims_nothing() {
    String iface = host.iface();
    host.service("dhcp", onInterface(iface));
    isAccepted(host.tryService("other dhcp", onInterface(iface)));
  }

  @Test
  void a_port_may_be_bound_on_an_interface_that_another_service_has() {
    String iface = host.iface();
    host.service("dhcp", onInterface(iface));
    isAccepted(host.tryService("web", onPort(port, iface)));
  }

  @Test
  void the_same_number_on_another_host_is_another_port() {
    host.service("nginx", onPort(port));
    TestHost other = network.host("other");
    isAccepted(other.tryService("nginx", onPort(other.port(80))));
  }

  @Test
  void the_claim_ends_with_the_service() {
    network.client().delete("/services/" + host.service("nginx", onPort(port))).data();
    isAccepted(host.tryService("apache", onPort(port)));
  }

  @Test
  void the_claim_ends_with_the_binding() {
    String owner = host.service("nginx", onPort(port));
    network.client().delete("/bindings/" + host.bindingsOf(owner).get(0)).data();
    isAccepted(host.tryService("apache", onPort(port)));
  }

  @Test
  void the_claim_ends_when_the_owner_is_bound_to_something_else() {
    String owner = host.service("nginx", onPort(port));
    host.tryReplace(owner, "nginx", onPort(host.port(443))).data();
    isAccepted(host.tryService("apache", onPort(port)));
  }

  @Test
  void the_claim_leaves_with_an_owner_who_moves() {
    String owner = host.service("nginx", onPort(port));
    network.host("other").tryReplace(owner, "nginx").data();
    isAccepted(host.tryService("apache", onPort(port)));
  }

  @Test
  void a_service_that_is_replaced_does_not_stand_in_its_own_way() {
    String owner = host.service("nginx", onPort(port));
    isAccepted(host.tryReplace(owner, "nginx", onPort(port, host.iface())));
  }

  @Test
  void a_service_that_is_replaced_can_not_take_the_port_of_another() {
    String owner = host.service("nginx", onPort(port));
    String second = host.service("apache");
    isClaimed(host.tryReplace(second, "apache", onPort(port)), "80/tcp", owner, "nginx");
  }

  // The order of the rules.

  @Test
  void precedence_comes_before_the_check_of_the_host() {
    String foreign = network.host("other").iface();
    isAccepted(host.tryService("web", onPort(port, foreign), onPort(port)));
  }

  @Test
  void precedence_comes_before_the_check_that_an_interface_is_known() {
    isAccepted(host.tryService("web", onPort(port), onPort(port, UUID.randomUUID().toString())));
  }

  @Test
  void a_binding_that_precedence_removes_is_not_judged_in_a_put_either() {
    String service = host.service("web");
    String unknown = UUID.randomUUID().toString();
    isAccepted(host.tryReplace(service, "web", onPort(port, unknown), onPort(port)));
  }

  @Test
  void a_conflict_comes_before_the_check_of_the_host() {
    String foreign = network.host("other").iface();
    host.tryService("x", onInterface(foreign), onPort(port, foreign))
        .refused(400, "binding_conflict");
  }

  @Test
  void a_conflict_comes_before_the_claim() {
    host.service("nginx", onPort(port));
    host.tryService("x", onInterface(host.iface()), onPort(port)).refused(400, "binding_conflict");
  }

  @Test
  void the_check_of_the_host_comes_before_the_claim() {
    host.service("nginx", onPort(port));
    host.tryService("x", onPort(port), onPort(UUID.randomUUID().toString()))
        .refused(400, "binding_wrong_host");
  }
}
