package io.berth.services;

import static io.berth.testing.TestHost.onInterface;
import static io.berth.testing.TestHost.onPort;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.testing.ApiResponse;
import io.berth.testing.TestHost;
import io.berth.testing.TestNetwork;
import io.berth.testing.TestTenant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** POST /bindings under the rules: one more binding among those that are stored. */
class BindingAmongStoredIT {
  private final TestNetwork network = TestTenant.create().network();
  private final TestHost host = network.host();
  private final String port = host.port(80);
  private final String service = host.service("web");

  // Rules 1 and 2 among what is stored.

  @Test
  void an_equal_binding_answers_the_stored_one() {
    JsonNode stored = host.tryBind(service, onPort(port)).data();
    assertThat(host.tryBind(service, onPort(port)).data()).isEqualTo(stored);
  }

  @Test
  void an_equal_interface_binding_answers_the_stored_one() {
    String iface = host.iface();
    JsonNode stored = host.tryBind(service, onInterface(iface)).data();
    assertThat(host.tryBind(service, onInterface(iface)).data()).isEqualTo(stored);
  }

  @Test
  void an_equal_binding_is_not_stored_again() {
    host.bind(service, onPort(port));
    host.bind(service, onPort(port));
    assertThat(host.bindingsOf(service)).hasSize(1);
  }

  @Test
  void a_port_on_one_interface_that_all_interfaces_cover_is_refused() {
    host.bind(service, onPort(port));
    host.tryBind(service, onPort(port, host.iface())).refused(409, "binding_conflict");
  }

  @Test
  void a_port_on_all_interfaces_takes_the_place_of_those_on_single_ones() {
    host.bind(service, onPort(port, host.iface()));
    host.bind(service, onPort(port, host.iface()));
    String all = host.bind(service, onPort(port));
    assertThat(host.bindingsOf(service)).containsExactly(all);
  }

  @Test
  void a_port_on_all_interfaces_leaves_other_ports_alone() {
    String other = host.bind(service, onPort(host.port(443), host.iface()));
    String all = host.bind(service, onPort(port));
    assertThat(host.bindingsOf(service)).containsExactly(other, all);
  }

  @Test
  void when_another_service_claims_the_port_those_on_single_ones_stay() {
    String own = host.bind(service, onPort(port, host.iface()));
    host.service("nginx", onPort(port, host.iface()));
    host.tryBind(service, onPort(port)).refused(409, "port_claimed");
    assertThat(host.bindingsOf(service)).containsExactly(own);
  }

  @Test
  void when_an_interface_conflicts_those_on_single_ones_stay() {
    String own = host.bind(service, onPort(port, host.iface()));
    String whole = host.bind(service, onInterface(host.iface()));
    host.tryBind(service, onPort(port)).refused(409, "binding_conflict");
    assertThat(host.bindingsOf(service)).containsExactly(own, whole);
  }

  // Rules 3 to 5.

  @Test
  void an_interface_conflicts_with_a_stored_port_on_it() {
    String iface = host.iface();
    host.bind(service, onPort(port, iface));
    ApiResponse answer = host.tryBind(service, onInterface(iface)).refused(409, "binding_conflict");
    assertThat(List.of(answer.param("interface_id"), answer.param("port_id")))
        .containsExactly(iface, port);
  }

  @Test
  void an_interface_conflicts_with_a_stored_port_on_all() {
    host.bind(service, onPort(port));
    host.tryBind(service, onInterface(host.iface())).refused(409, "binding_conflict");
  }

  @Test
  void a_port_conflicts_with_the_stored_interface_that_it_is_on() {
    String iface = host.iface();
    host.bind(service, onInterface(iface));
    host.tryBind(service, onPort(port, iface)).refused(409, "binding_conflict");
  }

  @Test
  void a_port_of_another_host_is_refused_as_in_a_service() {
    String foreign = network.host("other").port(80);
    ApiResponse answer = host.tryBind(service, onPort(foreign)).refused(400, "binding_wrong_host");
    assertThat(List.of(answer.param("kind"), answer.param("id"))).containsExactly("Port", foreign);
  }

  @Test
  void an_unknown_interface_is_refused_as_in_a_service() {
    String unknown = UUID.randomUUID().toString();
    ApiResponse answer =
        host.tryBind(service, onInterface(unknown)).refused(400, "binding_wrong_host");
    assertThat(List.of(answer.param("kind"), answer.param("id")))
        .containsExactly("Interface", unknown);
  }

  @Test
  void a_claimed_port_names_port_and_owner() {
    String owner = host.service("nginx", onPort(port));
    ApiResponse answer = host.tryBind(service, onPort(port, host.iface()));
    answer.refused(409, "port_claimed");
    assertThat(
            List.of(answer.param("port"), answer.param("service_id"), answer.param("service_name")))
        .containsExactly("80/tcp", owner, "nginx");
  }

  @Test
  void a_conflict_comes_before_the_check_of_the_host() {
    host.bind(service, onInterface(host.iface()));
    host.tryBind(service, onPort(UUID.randomUUID().toString())).refused(409, "binding_conflict");
  }

  @Test
  void a_conflict_comes_before_the_claim() {
    host.service("nginx", onPort(port));
    host.bind(service, onInterface(host.iface()));
    host.tryBind(service, onPort(port)).refused(409, "binding_conflict");
  }
}
