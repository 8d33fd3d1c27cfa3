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

/** The bindings and their ids after a PUT of the service. */
class BindingDiffIT {
  private final TestNetwork network = TestTenant.create().network();
  private final TestHost host = network.host();
  private final String http = host.port(80);
  private final String https = host.port(443);
  private final String iface = host.iface();

  private static Map<String, Object> withId(String id, Map<String, Object> binding) {
    return BodyVariant.with(binding, "id", id);
  }

  private static String newId() {
    return UUID.randomUUID().toString();
  }

  private Map<String, String> idsByPort(String service) {
    return StreamSupport.stream(host.read(service).get("bindings").spliterator(), false)
        .collect(Collectors.toMap(b -> b.get("port_id").asText(), b -> b.get("id").asText()));
  }

  private JsonNode binding(String id) {
    return network.client().get("/bindings/" + id).data();
  }

  @Test
  void keeps_a_sent_id() {
    String service = host.service("web", onPort(http));
    String id = host.bindingsOf(service).get(0);
    host.tryReplace(service, "web", withId(id, onPort(http))).data();
    assertThat(host.bindingsOf(service)).containsExactly(id);
  }

  @Test
  void keeps_the_stored_id_of_an_equal_binding_without_an_id() {
    String service = host.service("web", onPort(http));
    String id = host.bindingsOf(service).get(0);
    host.tryReplace(service, "web", onPort(http)).data();
    assertThat(host.bindingsOf(service)).containsExactly(id);
  }

  @Test
  void does_not_change_a_kept_binding() {
    String service = host.service("web", onPort(http));
    JsonNode before = binding(host.bindingsOf(service).get(0));
    host.tryReplace(service, "web", onPort(http), onPort(https)).data();
    assertThat(binding(before.get("id").asText())).isEqualTo(before);
  }

  @Test
  void creates_a_binding_for_another_target() {
    String service = host.service("web", onPort(http));
    String id = host.bindingsOf(service).get(0);
    host.tryReplace(service, "web", onPort(https)).data();
    assertThat(host.bindingsOf(service)).hasSize(1).doesNotContain(id);
  }

  @Test
  void deletes_an_omitted_binding() {
    String service = host.service("web", onPort(http), onPort(https));
    host.tryReplace(service, "web", onPort(https)).data();
    assertThat(idsByPort(service)).containsOnlyKeys(https);
  }

  @Test
  void deletes_all_bindings_for_an_empty_list() {
    String service = host.service("web", onPort(http), onPort(https));
    host.tryReplace(service, "web").data();
    assertThat(host.bindingsOf(service)).isEmpty();
  }

  @Test
  void deletes_all_bindings_without_a_list() {
    String service = host.service("web", onPort(http));
    var body = BodyVariant.without(host.serviceBody("web"), "bindings");
    network.client().put("/services/" + service, body).data();
    assertThat(host.bindingsOf(service)).isEmpty();
  }

  @Test
  void stores_a_new_id_of_the_client() {
    String service = host.service("web");
    String id = newId();
    host.tryReplace(service, "web", withId(id, onPort(http))).data();
    assertThat(host.bindingsOf(service)).containsExactly(id);
  }

  @Test
  void replaces_the_id_of_a_binding() {
    String service = host.service("web", onPort(http));
    String id = newId();
    host.tryReplace(service, "web", withId(id, onPort(http))).data();
    assertThat(host.bindingsOf(service)).containsExactly(id);
  }

  @Test
  void keeps_the_id_if_the_target_changes() {
    String service = host.service("web", onPort(http));
    String id = host.bindingsOf(service).get(0);
    host.tryReplace(service, "web", withId(id, onPort(https, iface))).data();
    assertThat(binding(id).get("port_id").asText()).isEqualTo(https);
  }

  @Test
  void keeps_created_at_if_the_target_changes() {
    String service = host.service("web", onPort(http));
    JsonNode before = binding(host.bindingsOf(service).get(0));
    String id = before.get("id").asText();
    host.tryReplace(service, "web", withId(id, onPort(https))).data();
    assertThat(binding(id).get("created_at")).isEqualTo(before.get("created_at"));
  }

  @Test
  void changes_the_type_of_a_binding() {
    String service = host.service("web", onPort(http));
    String id = host.bindingsOf(service).get(0);
    host.tryReplace(service, "web", withId(id, onInterface(iface))).data();
    assertThat(binding(id).get("type").asText()).isEqualTo("Interface");
  }

  @Test
  void swaps_the_targets_of_two_bindings() {
    String service = host.service("web", onPort(http), onPort(https));
    Map<String, String> before = idsByPort(service);
    host.tryReplace(
            service,
            "web",
            withId(before.get(http), onPort(https)),
            withId(before.get(https), onPort(http)))
        .data();
    assertThat(idsByPort(service))
        .isEqualTo(Map.of(http, before.get(https), https, before.get(http)));
  }

  @Test
  void gives_the_id_of_one_target_to_another() {
    String service = host.service("web", onPort(http));
    String id = host.bindingsOf(service).get(0);
    host.tryReplace(service, "web", onPort(http), withId(id, onPort(https))).data();
    assertThat(idsByPort(service)).containsEntry(https, id).containsKey(http);
  }

  @Test
  void keeps_the_id_of_the_first_of_equal_bindings() {
    String service = host.service("web", onPort(http));
    String id = host.bindingsOf(service).get(0);
    host.tryReplace(service, "web", withId(id, onPort(http)), withId(newId(), onPort(http))).data();
    assertThat(host.bindingsOf(service)).containsExactly(id);
  }

  @Test
  void a_port_on_all_interfaces_replaces_stored_ones_on_single_interfaces() {
    String service = host.service("web", onPort(http, iface));
    host.tryReplace(service, "web", onPort(http, iface), onPort(http)).data();
    assertThat(host.read(service).at("/bindings/0/interface_id").isNull()).isTrue();
  }

  @Test
  void changes_all_interfaces_to_a_single_interface() {
    String service = host.service("web", onPort(http));
    host.tryReplace(service, "web", onPort(http, iface)).data();
    assertThat(host.read(service).at("/bindings/0/interface_id").asText()).isEqualTo(iface);
  }

  @Test
  void refuses_the_id_of_a_binding_of_another_service() {
    String id = host.bindingsOf(host.service("other", onPort(http))).get(0);
    String service = host.service("web");
    host.tryReplace(service, "web", withId(id, onPort(https))).refused(409, "id_taken");
  }

  @Test
  void refuses_the_id_of_another_service_on_the_same_port() {
    String id = host.bindingsOf(host.service("other", onPort(http, iface))).get(0);
    String service = host.service("web");
    host.tryReplace(service, "web", withId(id, onPort(http, host.iface())))
        .refused(409, "id_taken");
  }

  @Test
  void refuses_the_id_of_a_binding_of_another_tenant() {
    TestHost foreign = TestTenant.create().network().host();
    String id = foreign.bindingsOf(foreign.service("web", onPort(foreign.port(80)))).get(0);
    host.tryReplace(host.service("web"), "web", withId(id, onPort(http))).refused(409, "id_taken");
  }

  @Test
  void refuses_the_same_id_for_two_bindings() {
    String id = newId();
    host.tryReplace(host.service("web"), "web", withId(id, onPort(http)), withId(id, onPort(https)))
        .refused(409, "id_taken");
  }

  @Test
  void refuses_the_id_of_a_stored_binding_in_a_new_service() {
    String id = host.bindingsOf(host.service("other", onPort(http))).get(0);
    host.tryService("web", withId(id, onPort(https))).refused(409, "id_taken");
  }
}
