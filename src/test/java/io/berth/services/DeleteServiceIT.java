package io.berth.services;

import static io.berth.testing.TestHost.onInterface;
import static io.berth.testing.TestHost.onPort;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.ApiClient;
import io.berth.testing.ApiResponse;
import io.berth.testing.TestHost;
import io.berth.testing.TestNetwork;
import io.berth.testing.TestTenant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How services go, by themselves, many at once, and with what else. */
class DeleteServiceIT {
  private final TestTenant tenant = TestTenant.create();
  private final TestNetwork network = tenant.network();
  private final ApiClient client = network.client();
  private final TestHost host = network.host();

  private ApiResponse deleteAll(String... ids) {
    return client.post("/services/bulk-delete", Arrays.asList(ids));
  }

  private static String counts(ApiResponse answer) {
    return answer.data().get("deleted_count") + " of " + answer.data().get("requested_count");
  }

  @Test
  void a_service_that_is_deleted_answers_null() {
    assertThat(client.delete("/services/" + host.service("web")).data().isNull()).isTrue();
  }

  @Test
  void a_service_that_was_deleted_is_not_found() {
    String service = host.service("web");
    client.delete("/services/" + service);
    client.get("/services/" + service).refused(404, "entity_not_found");
  }

  @Test
  void a_service_is_deleted_once() {
    String service = host.service("web");
    client.delete("/services/" + service);
    client.delete("/services/" + service).refused(404, "entity_not_found");
  }

  @Test
  void its_bindings_go_with_it() {
    String service = host.service("web", onPort(host.port(80)));
    String binding = host.bindingsOf(service).get(0);
    client.delete("/services/" + service);
    client.get("/bindings/" + binding).refused(404, "entity_not_found");
  }

  @Test
  void an_unknown_service_is_not_found() {
    String unknown = UUID.randomUUID().toString();
    ApiResponse answer = client.delete("/services/" + unknown).refused(404, "entity_not_found");
    assertThat(List.of(answer.param("entity"), answer.param("id")))
        .containsExactly("Service", unknown);
  }

  @Test
  void the_service_of_another_tenant_is_not_found() {
    String foreign = TestTenant.create().network().host().service("web");
    client.delete("/services/" + foreign).refused(404, "entity_not_found");
  }

  @Test
  void the_service_of_another_tenant_stays() {
    TestHost foreign = TestTenant.create().network().host();
    String service = foreign.service("web");
    client.delete("/services/" + service);
    assertThat(foreign.read(service).get("name").asText()).isEqualTo("web");
  }

  @Test
  void a_viewer_deletes_nothing() {
    String service = host.service("web");
    tenant
        .key("Viewer", network)
        .delete("/services/" + service)
        .refused(403, "auth_permission_denied");
  }

  @Test
  void many_are_deleted_and_counted() {
    assertThat(counts(deleteAll(host.service("a"), host.service("b")))).isEqualTo("2 of 2");
  }

  @Test
  void those_that_are_not_named_stay() {
    String kept = host.service("kept");
    deleteAll(host.service("a"), host.service("b")).data();
    assertThat(client.get("/services").ids()).containsExactly(kept);
  }

  @Test
  void services_of_several_hosts_are_deleted_at_once() {
    TestHost away = tenant.network().host();
    assertThat(counts(deleteAll(host.service("a"), away.service("b")))).isEqualTo("2 of 2");
  }

  @Test
  void unknown_ids_are_passed_over() {
    assertThat(counts(deleteAll(host.service("a"), UUID.randomUUID().toString())))
        .isEqualTo("1 of 2");
  }

  @Test
  void ids_of_another_tenant_are_passed_over_alike() {
    String foreign = TestTenant.create().network().host().service("web");
    assertThat(counts(deleteAll(host.service("a"), foreign))).isEqualTo("1 of 2");
  }

  @Test
  void only_ids_of_another_tenant_are_no_failure() {
    TestHost foreign = TestTenant.create().network().host();
    String service = foreign.service("web");
    deleteAll(service).data();
    assertThat(foreign.read(service).get("name").asText()).isEqualTo("web");
  }

  @Test
  void an_id_that_is_named_twice_is_requested_twice_and_deleted_once() {
    String service = host.service("a");
    assertThat(counts(deleteAll(service, service))).isEqualTo("1 of 2");
  }

  @Test
  void no_ids_are_refused() {
    deleteAll().refused(400, "validation_bulk_empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "\"a\"", "[5]", "[\"a\"]", "null", "[null]", "", "[", "[[]]"})
  void what_is_no_list_of_ids_is_refused(String body) {
    assertThat(client.post("/services/bulk-delete", body).status()).isEqualTo(400);
  }

  @Test
  void a_service_survives_the_deletion_of_its_port() {
    String port = host.port(80);
    String service = host.service("web", onPort(port));
    client.delete("/ports/" + port).data();
    assertThat(host.read(service).get("bindings")).isEmpty();
  }

  @Test
  void a_service_survives_the_deletion_of_its_interface() {
    String iface = host.iface();
    String service = host.service("web", onPort(host.port(80), iface));
    client.delete("/interfaces/" + iface).data();
    assertThat(host.read(service).get("bindings")).isEmpty();
  }

  @Test
  void the_deletion_of_an_interface_leaves_the_bindings_on_others() {
    String iface = host.iface();
    String kept = host.iface();
    String service = host.service("dhcp", onInterface(iface), onInterface(kept));
    client.delete("/interfaces/" + iface).data();
    assertThat(host.read(service).at("/bindings/0/interface_id").asText()).isEqualTo(kept);
  }

  @Test
  void a_service_survives_the_deletion_of_the_subnet_of_its_interface() {
    String service = host.service("dhcp", onInterface(host.iface()));
    client.delete("/subnets/" + network.subnet()).data();
    assertThat(host.read(service).get("bindings")).isEmpty();
  }

  @Test
  void a_service_goes_with_its_host() {
    String service = host.service("web", onPort(host.port(80)));
    client.delete("/hosts/" + host.id()).data();
    client.get("/services/" + service).refused(404, "entity_not_found");
  }

  @Test
  void a_service_loses_a_tag_that_is_deleted() {
    String tag = tenant.tag("a");
    var body = io.berth.testing.BodyVariant.with(host.serviceBody("web"), "tags", List.of(tag));
    String service = client.post("/services", body).id();
    client.delete("/tags/" + tag).data();
    assertThat(host.read(service).get("tags")).isEmpty();
  }
}
