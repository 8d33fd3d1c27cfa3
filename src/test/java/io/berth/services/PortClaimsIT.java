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

/** Rule 5 for the bindings of a service in a request, and the order of the rules. */
class PortClaimsIT {
  private final TestTenant tenant = TestTenant.create();
  private final TestNetwork network = tenant.network();
  private final TestHost host = network.host();
  private final String port = host.port(80);

  private static void assertClaimed(ApiResponse response, String port, String owner, String name) {
    response.refused(400, "port_claimed");
    assertThat(
            List.of(
                response.param("port"),
                response.param("service_id"),
                response.param("service_name")))
        .containsExactly(port, owner, name);
    assertThat(response.json().get("error").asText()).contains(port, name);
  }

  private static void assertAccepted(ApiResponse response) {
    assertThat(response.status()).as(response.text()).isEqualTo(200);
  }

  @Test
  void all_interfaces_overlap_all_interfaces() {
    String owner = host.service("nginx", onPort(port));
    assertClaimed(host.tryService("apache", onPort(port)), "80/tcp", owner, "nginx");
  }

  @Test
  void one_interface_overlaps_all_interfaces() {
    String owner = host.service("nginx", onPort(port));
    assertClaimed(host.tryService("apache", onPort(port, host.iface())), "80/tcp", owner, "nginx");
  }

  @Test
  void all_interfaces_overlap_one_interface() {
    String owner = host.service("nginx", onPort(port, host.iface()));
    assertClaimed(host.tryService("apache", onPort(port)), "80/tcp", owner, "nginx");
  }

  @Test
  void an_interface_overlaps_itself() {
    String iface = host.iface();
    String owner = host.service("nginx", onPort(port, iface));
    assertClaimed(host.tryService("apache", onPort(port, iface)), "80/tcp", owner, "nginx");
  }

  @Test
  void two_interfaces_do_not_overlap() {
    host.service("nginx", onPort(port, host.iface()));
    assertAccepted(host.tryService("apache", onPort(port, host.iface())));
  }

  @Test
  void refuses_several_bindings_if_one_is_claimed() {
    String owner = host.service("nginx", onPort(port));
    assertClaimed(
        host.tryService("apache", onPort(host.port(443)), onPort(port)), "80/tcp", owner, "nginx");
  }

  @Test
  void accepts_the_same_number_with_another_protocol() {
    host.service("dns", onPort(host.port(53, "Tcp")));
    assertAccepted(host.tryService("dns", onPort(host.port(53, "Udp"))));
  }

  @Test
  void names_a_udp_port_with_its_protocol() {
    String dns = host.port(53, "Udp");
    String owner = host.service("bind", onPort(dns));
    assertClaimed(host.tryService("unbound", onPort(dns)), "53/udp", owner, "bind");
  }

  @Test
  void an_interface_claims_nothing() {
    String iface = host.iface();
    host.service("dhcp", onInterface(iface));
    assertAccepted(host.tryService("other dhcp", onInterface(iface)));
  }

  @Test
  void accepts_a_port_on_an_interface_of_another_service() {
    String iface = host.iface();
    host.service("dhcp", onInterface(iface));
    assertAccepted(host.tryService("web", onPort(port, iface)));
  }

  @Test
  void accepts_the_same_number_on_another_host() {
    host.service("nginx", onPort(port));
    TestHost other = network.host("other");
    assertAccepted(other.tryService("nginx", onPort(other.port(80))));
  }

  @Test
  void the_claim_ends_with_the_service() {
    network.client().delete("/services/" + host.service("nginx", onPort(port))).data();
    assertAccepted(host.tryService("apache", onPort(port)));
  }

  @Test
  void the_claim_ends_with_the_binding() {
    String owner = host.service("nginx", onPort(port));
    network.client().delete("/bindings/" + host.bindingsOf(owner).get(0)).data();
    assertAccepted(host.tryService("apache", onPort(port)));
  }

  @Test
  void the_claim_ends_when_the_owner_is_bound_to_something_else() {
    String owner = host.service("nginx", onPort(port));
    host.tryReplace(owner, "nginx", onPort(host.port(443))).data();
    assertAccepted(host.tryService("apache", onPort(port)));
  }

  @Test
  void the_claim_ends_when_the_owner_moves_to_another_host() {
    String owner = host.service("nginx", onPort(port));
    network.host("other").tryReplace(owner, "nginx").data();
    assertAccepted(host.tryService("apache", onPort(port)));
  }

  @Test
  void put_ignores_the_claims_of_the_service_itself() {
    String owner = host.service("nginx", onPort(port));
    assertAccepted(host.tryReplace(owner, "nginx", onPort(port, host.iface())));
  }

  @Test
  void put_refuses_a_port_that_another_service_claims() {
    String owner = host.service("nginx", onPort(port));
    String second = host.service("apache");
    assertClaimed(host.tryReplace(second, "apache", onPort(port)), "80/tcp", owner, "nginx");
  }

  // The order of the rules.

  @Test
  void applies_precedence_before_the_check_of_the_host() {
    String foreign = network.host("other").iface();
    assertAccepted(host.tryService("web", onPort(port, foreign), onPort(port)));
  }

  @Test
  void applies_precedence_before_the_check_for_unknown_interfaces() {
    assertAccepted(
        host.tryService("web", onPort(port), onPort(port, UUID.randomUUID().toString())));
  }

  @Test
  void put_does_not_check_a_binding_that_precedence_removes() {
    String service = host.service("web");
    String unknown = UUID.randomUUID().toString();
    assertAccepted(host.tryReplace(service, "web", onPort(port, unknown), onPort(port)));
  }

  @Test
  void checks_for_a_conflict_before_the_host() {
    String foreign = network.host("other").iface();
    host.tryService("x", onInterface(foreign), onPort(port, foreign))
        .refused(400, "binding_conflict");
  }

  @Test
  void checks_for_a_conflict_before_the_claim() {
    host.service("nginx", onPort(port));
    host.tryService("x", onInterface(host.iface()), onPort(port)).refused(400, "binding_conflict");
  }

  @Test
  void checks_the_host_before_the_claim() {
    host.service("nginx", onPort(port));
    host.tryService("x", onPort(port), onPort(UUID.randomUUID().toString()))
        .refused(400, "binding_wrong_host");
  }
}
