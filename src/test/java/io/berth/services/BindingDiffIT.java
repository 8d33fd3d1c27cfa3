package io.berth.services;

import static io.berth.testing.TestHost.onInterface;
import static io.berth.testing.TestHost.onPort;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.testing.BodyVariant;
import io.berth.testing.TestHost;
import io.berth.testing.TestNetwork;
import io.berth.testing.TestTenant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What a PUT of a service makes of its bindings and of their ids. */
class BindingDiffIT {
  private final TestNetwork network = TestTenant.create().network();
  private final TestHost host = network.host();
  private final String http = host.port(80);
  private final String https = host.port(443);
  private final String iface = host.iface();

  private static Map<String, Object> as(String id, Map<String, Object> binding) {
    return BodyVariant.with(binding, "id", id);
  }

  private static String fresh() {
    return UUID.randomUUID().toString();
  }

  /** The ids of a service's bindings by their ports. */
  private Map<String, String> idsByPort(String service) {
    return StreamSupport.stream(host.read(service).get("bindings").spliterator(), false)
        .collect(Collectors.toMap(b -> b.get("port_id").asText(), b -> b.get("id").asText()));
  }

  private JsonNode binding(String id) {
    return network.client().get("/bindings/" + id).data();
  }

  @Test
  void an_id_that_is_sent_is_kept() {
    String service = host.service("web", onPort(http));
    String id = host.bindingsOf(service).get(0);
    host.tryReplace(service, "web", as(id, onPort(http))).data();
    assertThat(host.bindingsOf(service)).containsExactly(id);
  }

  @Test
  void a_binding_without_id_that_equals_a_stored_one_keeps_its_id() {
    String service = host.service("web", onPort(http));
    String id = host.bindingsOf(service).get(0);
    host.tryReplace(service, "web", onPort(http)).data();
    assertThat(host.bindingsOf(service)).containsExactly(id);
  }

  @Test
  void a_binding_that_stays_is_not_touched() {
    String service = host.service("web", onPort(http));
    JsonNode before = binding(host.bindingsOf(service).get(0));
    host.tryReplace(service, "web", onPort(http), onPort(https)).data();
    assertThat(binding(before.get("id").asText())).isEqualTo(before);
  }

  @Test
  void a_binding_with_another_target_is_new() {
    String service = host.service("web", onPort(http));
    String id = host.bindingsOf(service).get(0);
    host.tryReplace(service, "web", onPort(https)).data();
    assertThat(host.bindingsOf(service)).hasSize(1).doesNotContain(id);
  }

  @Test
  void what_is_not_sent_is_deleted() {
    String service = host.service("web", onPort(http), onPort(https));
    host.tryReplace(service, "web", onPort(https)).data();
    assertThat(idsByPort(service)).containsOnlyKeys(https);
  }

  @Test
  void an_empty_list_deletes_all() {
    String service = host.service("web", onPort(http), onPort(https));
    host.tryReplace(service, "web").data();
    assertThat(host.bindingsOf(service)).isEmpty();
  }

  @Test
  void without_a_list_all_are_deleted() {
    String service = host.service("web", onPort(http));
    var body = BodyVariant.without(host.serviceBody("web"), "bindings");
    network.client().put("/services/" + service, body).data();
    assertThat(host.bindingsOf(service)).isEmpty();
  }

  @Test
  void a_new_id_of_the_client_is_honoured() {
    String service = host.service("web");
    String id = fresh();
    host.tryReplace(service, "web", as(id, onPort(http))).data();
    assertThat(host.bindingsOf(service)).containsExactly(id);
  }

  @Test
  void a_binding_can_get_another_id() {
    String service = host.service("web", onPort(http));
    String id = fresh();
    host.tryReplace(service, "web", as(id, onPort(http))).data();
    assertThat(host.bindingsOf(service)).containsExactly(id);
  }

  @Test
  void a_binding_that_gets_another_target_keeps_its_id() {
    String service = host.service("web", onPort(http));
    String id = host.bindingsOf(service).get(0);
    host.tryReplace(service, "web", as(id, onPort(https, iface))).data();
    assertThat(binding(id).get("port_id").asText()).isEqualTo(https);
  }

  @Test
  void a_binding_that_gets_another_target_keeps_the_time_of_its_making() {
    String service = host.service("web", onPort(http));
    JsonNode before = binding(host.bindingsOf(service).get(0));
    String id = before.get("id").asText();
    host.tryReplace(service, "web", as(id, onPort(https))).data();
    assertThat(binding(id).get("created_at")).isEqualTo(before.get("created_at"));
  }

  @Test
  void a_binding_can_become_one_of_another_type() {
    String service = host.service("web", onPort(http));
    String id = host.bindingsOf(service).get(0);
    host.tryReplace(service, "web", as(id, onInterface(iface))).data();
    assertThat(binding(id).get("type").asText()).isEqualTo("Interface");
  }

  @Test
  void two_bindings_can_swap_their_targets() {
    String service = host.service("web", onPort(http), onPort(https));
    Map<String, String> before = idsByPort(service);
    host.tryReplace(
            service,
            "web",
            as(before.get(http), onPort(https)),
            as(before.get(https), onPort(http)))
        .data();
    assertThat(idsByPort(service))
        .isEqualTo(Map.of(http, before.get(https), https, before.get(http)));
  }

  @Test
  void a_target_can_leave_its_id_to_another() {
    String service = host.service("web", onPort(http));
    String id = host.bindingsOf(service).get(0);
    host.tryReplace(service, "web", onPort(http), as(id, onPort(https))).data();
    assertThat(idsByPort(service)).containsEntry(https, id).containsKey(http);
  }

  @Test
  void of_equal_bindings_the_first_ones_id_is_kept() {
    String service = host.service("web", onPort(http));
    String id = host.bindingsOf(service).get(0);
    host.tryReplace(service, "web", as(id, onPort(http)), as(fresh(), onPort(http))).data();
    assertThat(host.bindingsOf(service)).containsExactly(id);
  }

  @Test
  void a_port_on_all_interfaces_takes_the_place_of_stored_ones_on_single_ones() {
    String service = host.service("web", onPort(http, iface));
    host.tryReplace(service, "web", onPort(http, iface), onPort(http)).data();
    assertThat(host.read(service).at("/bindings/0/interface_id").isNull()).isTrue();
  }

  @Test
  void a_port_on_all_interfaces_can_become_one_on_a_single_one() {
    String service = host.service("web", onPort(http));
    host.tryReplace(service, "web", onPort(http, iface)).data();
    assertThat(host.read(service).at("/bindings/0/interface_id").asText()).isEqualTo(iface);
  }

  @Test
  void an_id_of_another_service_is_taken() {
    String id = host.bindingsOf(host.service("other", onPort(http))).get(0);
    String service = host.service("web");
    host.tryReplace(service, "web", as(id, onPort(https))).refused(409, "id_taken");
  }

  @Test
  void an_id_of_another_service_on_another_interface_of_the_port_is_taken() {
    String id = host.bindingsOf(host.service("other", onPort(http, iface))).get(0);
    String service = host.service("web");
    host.tryReplace(service, "web", as(id, onPort(http, host.iface()))).refused(409, "id_taken");
  }

  @Test
  void an_id_of_another_tenant_is_taken() {
    TestHost foreign = TestTenant.create().network().host();
    String id = foreign.bindingsOf(foreign.service("web", onPort(foreign.port(80)))).get(0);
    host.tryReplace(host.service("web"), "web", as(id, onPort(http))).refused(409, "id_taken");
  }

  @Test
  void an_id_for_two_bindings_is_taken() {
    String id = fresh();
    host.tryReplace(host.service("web"), "web", as(id, onPort(http)), as(id, onPort(https)))
        .refused(409, "id_taken");
  }

  @Test
  void an_id_in_the_bindings_of_a_new_service_can_be_taken() {
    String id = host.bindingsOf(host.service("other", onPort(http))).get(0);
    host.tryService("web", as(id, onPort(https))).refused(409, "id_taken");
  }
}
