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

/** POST /bindings checks the binding rules against the stored bindings. */
class BindingAmongStoredIT {
  private final TestNetwork network = TestTenant.create().network();
  private final TestHost host = network.host();
  private final String port = host.port(80);
  private final String service = host.service("web");

  // Rules 1 and 2 against stored bindings.

  @Test
  void returns_the_stored_binding_for_an_equal_one() {
    JsonNode stored = host.tryBind(service, onPort(port)).data();
    assertThat(host.tryBind(service, onPort(port)).data()).isEqualTo(stored);
  }

  @Test
  void returns_the_stored_interface_binding_for_an_equal_one() {
    String iface = host.iface();
    JsonNode stored = host.tryBind(service, onInterface(iface)).data();
    assertThat(host.tryBind(service, onInterface(iface)).data()).isEqualTo(stored);
  }

  @Test
  void does_not_store_an_equal_binding_again() {
    host.bind(service, onPort(port));
    host.bind(service, onPort(port));
    assertThat(host.bindingsOf(service)).hasSize(1);
  }

  @Test
  void refuses_a_port_on_one_interface_that_is_bound_on_all() {
    host.bind(service, onPort(port));
    host.tryBind(service, onPort(port, host.iface())).refused(409, "binding_conflict");
  }

  @Test
  void a_port_on_all_interfaces_replaces_those_on_single_interfaces() {
    host.bind(service, onPort(port, host.iface()));
    host.bind(service, onPort(port, host.iface()));
    String all = host.bind(service, onPort(port));
    assertThat(host.bindingsOf(service)).containsExactly(all);
  }

  @Test
  void a_port_on_all_interfaces_keeps_other_ports() {
    String other = host.bind(service, onPort(host.port(443), host.iface()));
    String all = host.bind(service, onPort(port));
    assertThat(host.bindingsOf(service)).containsExactly(other, all);
  }

  @Test
  void keeps_bindings_on_single_interfaces_if_another_service_claims_the_port() {
    String own = host.bind(service, onPort(port, host.iface()));
    host.service("nginx", onPort(port, host.iface()));
    host.tryBind(service, onPort(port)).refused(409, "port_claimed");
    assertThat(host.bindingsOf(service)).containsExactly(own);
  }

  @Test
  void keeps_bindings_on_single_interfaces_if_an_interface_conflicts() {
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
    ApiResponse response =
        host.tryBind(service, onInterface(iface)).refused(409, "binding_conflict");
    assertThat(List.of(response.param("interface_id"), response.param("port_id")))
        .containsExactly(iface, port);
  }

  @Test
  void an_interface_conflicts_with_a_stored_port_on_all() {
    host.bind(service, onPort(port));
    host.tryBind(service, onInterface(host.iface())).refused(409, "binding_conflict");
  }

  @Test
  void a_port_conflicts_with_its_stored_interface() {
    String iface = host.iface();
    host.bind(service, onInterface(iface));
    host.tryBind(service, onPort(port, iface)).refused(409, "binding_conflict");
  }

  @Test
  void refuses_a_port_of_another_host() {
    String foreign = network.host("other").port(80);
    ApiResponse response =
        host.tryBind(service, onPort(foreign)).refused(400, "binding_wrong_host");
    assertThat(List.of(response.param("kind"), response.param("id")))
        .containsExactly("Port", foreign);
  }

  @Test
  void refuses_an_unknown_interface() {
    String unknown = UUID.randomUUID().toString();
    ApiResponse response =
        host.tryBind(service, onInterface(unknown)).refused(400, "binding_wrong_host");
    assertThat(List.of(response.param("kind"), response.param("id")))
        .containsExactly("Interface", unknown);
  }

  @Test
  void refuses_a_claimed_port_and_names_port_and_owner() {
    String owner = host.service("nginx", onPort(port));
    ApiResponse response = host.tryBind(service, onPort(port, host.iface()));
    response.refused(409, "port_claimed");
    assertThat(
            List.of(
                response.param("port"),
                response.param("service_id"),
                response.param("service_name")))
        .containsExactly("80/tcp", owner, "nginx");
  }

  @Test
  void checks_for_a_conflict_before_the_host() {
    host.bind(service, onInterface(host.iface()));
    host.tryBind(service, onPort(UUID.randomUUID().toString())).refused(409, "binding_conflict");
  }

  @Test
  void checks_for_a_conflict_before_the_claim() {
    host.service("nginx", onPort(port));
    host.bind(service, onInterface(host.iface()));
    host.tryBind(service, onPort(port)).refused(409, "binding_conflict");
  }
}
