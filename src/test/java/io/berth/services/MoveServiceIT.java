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

/** PUT /services/{id} that puts the service on another host. */
class MoveServiceIT {
  private final TestTenant tenant = TestTenant.create();
  private final TestNetwork network = tenant.network();
  private final TestHost host = network.host();
  private final TestHost other = network.host("other");

  @Test
  void a_service_moves_to_another_host() {
    String service = host.service("web");
    other.tryReplace(service, "web").data();
    assertThat(host.read(service).get("host_id").asText()).isEqualTo(other.id());
  }

  @Test
  void it_is_bound_to_what_the_other_host_has() {
    String service = host.service("web", onPort(host.port(80)));
    String port = other.port(80);
    other.tryReplace(service, "web", onPort(port)).data();
    assertThat(host.read(service).at("/bindings/0/port_id").asText()).isEqualTo(port);
  }

  @Test
  void a_binding_keeps_its_id_when_it_is_sent_along() {
    String service = host.service("web", onPort(host.port(80)));
    String id = host.bindingsOf(service).get(0);
    other.tryReplace(service, "web", BodyVariant.with(onPort(other.port(80)), "id", id)).data();
    assertThat(host.bindingsOf(service)).containsExactly(id);
  }

  @Test
  void a_port_of_the_host_that_it_leaves_is_refused() {
    String port = host.port(80);
    String service = host.service("web", onPort(port));
    var answer = other.tryReplace(service, "web", onPort(port));
    assertThat(answer.refused(400, "binding_wrong_host").param("id")).isEqualTo(port);
  }

  @Test
  void an_interface_of_the_host_that_it_leaves_is_refused() {
    String iface = host.iface();
    String service = host.service("dhcp", onInterface(iface));
    var answer = other.tryReplace(service, "dhcp", onInterface(iface));
    assertThat(answer.refused(400, "binding_wrong_host").param("id")).isEqualTo(iface);
  }

  @Test
  void a_port_that_is_claimed_there_is_refused() {
    String port = other.port(80);
    String owner = other.service("nginx", onPort(port));
    var answer = other.tryReplace(host.service("web"), "web", onPort(port));
    assertThat(answer.refused(400, "port_claimed").param("service_id")).isEqualTo(owner);
  }

  @Test
  void tags_go_along() {
    String tag = tenant.tag("a");
    var body = BodyVariant.with(host.serviceBody("web"), "tags", List.of(tag));
    String service = network.client().post("/services", body).id();
    assertThat(other.tryReplace(service, "web").data().at("/tags/0").asText()).isEqualTo(tag);
  }

  @Test
  void a_service_moves_to_a_host_of_another_network() {
    TestHost away = tenant.network().host();
    String service = host.service("web");
    away.tryReplace(service, "web").data();
    assertThat(host.read(service).get("network_id").asText()).isEqualTo(away.network().id());
  }

  @Test
  void its_bindings_are_of_the_other_network_then() {
    TestHost away = tenant.network().host();
    String service = host.service("web", onPort(host.port(80)));
    JsonNode moved = away.tryReplace(service, "web", onPort(away.port(80))).data();
    assertThat(moved.at("/bindings/0/network_id").asText()).isEqualTo(away.network().id());
  }

  @Test
  void a_host_of_another_network_than_the_request_says_is_a_mismatch() {
    TestHost away = tenant.network().host();
    var body = BodyVariant.with(away.serviceBody("web"), "network_id", network.id());
    var answer = network.client().put("/services/" + host.service("web"), body);
    assertThat(answer.refused(400, "entity_network_mismatch").param("entity")).isEqualTo("Host");
  }

  @Test
  void the_network_of_another_tenant_is_out_of_reach() {
    TestHost foreign = TestTenant.create().network().host();
    String service = host.service("web");
    var answer = network.client().put("/services/" + service, foreign.serviceBody("web"));
    assertThat(answer.refused(403, "entity_access_denied").param("id"))
        .isEqualTo(foreign.network().id());
  }

  @Test
  void a_network_outside_the_scope_of_the_key_is_out_of_reach() {
    TestHost away = tenant.network().host();
    String service = host.service("web");
    var answer = tenant.key("Member", network).put("/services/" + service, away.serviceBody("web"));
    assertThat(answer.refused(403, "entity_access_denied").param("id"))
        .isEqualTo(away.network().id());
  }

  @Test
  void a_service_outside_the_scope_of_the_key_is_not_found() {
    TestHost away = tenant.network().host();
    String service = host.service("web");
    tenant
        .key("Member", away.network())
        .put("/services/" + service, away.serviceBody("web"))
        .refused(404, "entity_not_found");
  }

  @Test
  void the_host_of_another_tenant_is_unknown() {
    String foreign = TestTenant.create().network().host().id();
    var body = BodyVariant.with(host.serviceBody("web"), "host_id", foreign);
    var answer = network.client().put("/services/" + host.service("web"), body);
    assertThat(answer.refused(400, "unknown_reference").param("id")).isEqualTo(foreign);
  }
}
