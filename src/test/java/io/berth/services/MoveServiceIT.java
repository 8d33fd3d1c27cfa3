package io.berth.services;

import static io.berth.testing.TestHost.onInterface;
import static io.berth.testing.TestHost.onPort;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.testing.BodyVariant;
import io.berth.testing.TestHost;
import io.berth.testing.TestNetwork;
import io.berth.testing.TestTenant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** PUT /services/{id} moves the service to another host. */
class MoveServiceIT {
  private final TestTenant tenant = TestTenant.create();
  private final TestNetwork network = tenant.network();
  private final TestHost host = network.host();
  private final TestHost other = network.host("other");

  @Test
  void moves_a_service_to_another_host() {
    String service = host.service("web");
    other.tryReplace(service, "web").data();
    assertThat(host.read(service).get("host_id").asText()).isEqualTo(other.id());
  }

  @Test
  void binds_the_moved_service_to_a_port_of_the_other_host() {
    String service = host.service("web", onPort(host.port(80)));
    String port = other.port(80);
    other.tryReplace(service, "web", onPort(port)).data();
    assertThat(host.read(service).at("/bindings/0/port_id").asText()).isEqualTo(port);
  }

  @Test
  void keeps_a_sent_binding_id() {
    String service = host.service("web", onPort(host.port(80)));
    String id = host.bindingsOf(service).get(0);
    other.tryReplace(service, "web", BodyVariant.with(onPort(other.port(80)), "id", id)).data();
    assertThat(host.bindingsOf(service)).containsExactly(id);
  }

  @Test
  void refuses_a_port_of_the_previous_host() {
    String port = host.port(80);
    String service = host.service("web", onPort(port));
    var response = other.tryReplace(service, "web", onPort(port));
    assertThat(response.refused(400, "binding_wrong_host").param("id")).isEqualTo(port);
  }

  @Test
  void refuses_an_interface_of_the_previous_host() {
    String iface = host.iface();
    String service = host.service("dhcp", onInterface(iface));
    var response = other.tryReplace(service, "dhcp", onInterface(iface));
    assertThat(response.refused(400, "binding_wrong_host").param("id")).isEqualTo(iface);
  }

  @Test
  void refuses_a_port_that_is_claimed_on_the_other_host() {
    String port = other.port(80);
    String owner = other.service("nginx", onPort(port));
    var response = other.tryReplace(host.service("web"), "web", onPort(port));
    assertThat(response.refused(400, "port_claimed").param("service_id")).isEqualTo(owner);
  }

  @Test
  void keeps_the_tags() {
    String tag = tenant.tag("a");
    var body = BodyVariant.with(host.serviceBody("web"), "tags", List.of(tag));
    String service = network.client().post("/services", body).id();
    assertThat(other.tryReplace(service, "web").data().at("/tags/0").asText()).isEqualTo(tag);
  }

  @Test
  void moves_a_service_to_another_network() {
    TestHost otherHost = tenant.network().host();
    String service = host.service("web");
    otherHost.tryReplace(service, "web").data();
    assertThat(host.read(service).get("network_id").asText()).isEqualTo(otherHost.network().id());
  }

  @Test
  void moves_the_bindings_to_the_other_network() {
    TestHost otherHost = tenant.network().host();
    String service = host.service("web", onPort(host.port(80)));
    JsonNode moved = otherHost.tryReplace(service, "web", onPort(otherHost.port(80))).data();
    assertThat(moved.at("/bindings/0/network_id").asText()).isEqualTo(otherHost.network().id());
  }

  @Test
  void refuses_a_host_of_another_network_than_in_the_body() {
    TestHost otherHost = tenant.network().host();
    var body = BodyVariant.with(otherHost.serviceBody("web"), "network_id", network.id());
    var response = network.client().put("/services/" + host.service("web"), body);
    assertThat(response.refused(400, "entity_network_mismatch").param("entity")).isEqualTo("Host");
  }

  @Test
  void refuses_a_network_of_another_tenant() {
    TestHost foreign = TestTenant.create().network().host();
    String service = host.service("web");
    var response = network.client().put("/services/" + service, foreign.serviceBody("web"));
    assertThat(response.refused(403, "entity_access_denied").param("id"))
        .isEqualTo(foreign.network().id());
  }

  @Test
  void refuses_a_network_outside_the_scope_of_the_key() {
    TestHost otherHost = tenant.network().host();
    String service = host.service("web");
    var response =
        tenant.key("Member", network).put("/services/" + service, otherHost.serviceBody("web"));
    assertThat(response.refused(403, "entity_access_denied").param("id"))
        .isEqualTo(otherHost.network().id());
  }

  @Test
  void returns_404_for_a_service_outside_the_scope_of_the_key() {
    TestHost otherHost = tenant.network().host();
    String service = host.service("web");
    tenant
        .key("Member", otherHost.network())
        .put("/services/" + service, otherHost.serviceBody("web"))
        .refused(404, "entity_not_found");
  }

  @Test
  void refuses_a_host_of_another_tenant_like_an_unknown_one() {
    String foreign = TestTenant.create().network().host().id();
    var body = BodyVariant.with(host.serviceBody("web"), "host_id", foreign);
    var response = network.client().put("/services/" + host.service("web"), body);
    assertThat(response.refused(400, "unknown_reference").param("id")).isEqualTo(foreign);
  }
}
