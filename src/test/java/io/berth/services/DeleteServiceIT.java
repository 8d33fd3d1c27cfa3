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

/** DELETE and bulk delete of services, and deletes of entities that they depend on. */
class DeleteServiceIT {
  private final TestTenant tenant = TestTenant.create();
  private final TestNetwork network = tenant.network();
  private final ApiClient client = network.client();
  private final TestHost host = network.host();

  private ApiResponse deleteAll(String... ids) {
    return client.post("/services/bulk-delete", Arrays.asList(ids));
  }

  private static String countsOf(ApiResponse response) {
    return response.data().get("deleted_count") + " of " + response.data().get("requested_count");
  }

  @Test
  void delete_returns_null() {
    assertThat(client.delete("/services/" + host.service("web")).data().isNull()).isTrue();
  }

  @Test
  void get_returns_404_after_a_delete() {
    String service = host.service("web");
    client.delete("/services/" + service);
    client.get("/services/" + service).refused(404, "entity_not_found");
  }

  @Test
  void second_delete_returns_404() {
    String service = host.service("web");
    client.delete("/services/" + service);
    client.delete("/services/" + service).refused(404, "entity_not_found");
  }

  @Test
  void delete_also_deletes_the_bindings() {
    String service = host.service("web", onPort(host.port(80)));
    String binding = host.bindingsOf(service).get(0);
    client.delete("/services/" + service);
    client.get("/bindings/" + binding).refused(404, "entity_not_found");
  }

  @Test
  void delete_returns_404_for_an_unknown_service() {
    String unknown = UUID.randomUUID().toString();
    ApiResponse response = client.delete("/services/" + unknown).refused(404, "entity_not_found");
    assertThat(List.of(response.param("entity"), response.param("id")))
        .containsExactly("Service", unknown);
  }

  @Test
  void delete_returns_404_for_a_service_of_another_tenant() {
    String foreign = TestTenant.create().network().host().service("web");
    client.delete("/services/" + foreign).refused(404, "entity_not_found");
  }

  @Test
  void delete_keeps_a_service_of_another_tenant() {
    TestHost foreign = TestTenant.create().network().host();
    String service = foreign.service("web");
    client.delete("/services/" + service);
    assertThat(foreign.read(service).get("name").asText()).isEqualTo("web");
  }

  @Test
  void refuses_a_viewer() {
    String service = host.service("web");
    tenant
        .key("Viewer", network)
        .delete("/services/" + service)
        .refused(403, "auth_permission_denied");
  }

  @Test
  void bulk_delete_returns_the_number_of_deleted_services() {
    assertThat(countsOf(deleteAll(host.service("a"), host.service("b")))).isEqualTo("2 of 2");
  }

  @Test
  void bulk_delete_keeps_other_services() {
    String kept = host.service("kept");
    deleteAll(host.service("a"), host.service("b")).data();
    assertThat(client.get("/services").ids()).containsExactly(kept);
  }

  @Test
  void bulk_delete_deletes_services_of_several_hosts() {
    TestHost otherHost = tenant.network().host();
    assertThat(countsOf(deleteAll(host.service("a"), otherHost.service("b")))).isEqualTo("2 of 2");
  }

  @Test
  void bulk_delete_ignores_unknown_ids() {
    assertThat(countsOf(deleteAll(host.service("a"), UUID.randomUUID().toString())))
        .isEqualTo("1 of 2");
  }

  @Test
  void bulk_delete_ignores_ids_of_another_tenant() {
    String foreign = TestTenant.create().network().host().service("web");
    assertThat(countsOf(deleteAll(host.service("a"), foreign))).isEqualTo("1 of 2");
  }

  @Test
  void bulk_delete_keeps_services_of_another_tenant() {
    TestHost foreign = TestTenant.create().network().host();
    String service = foreign.service("web");
    deleteAll(service).data();
    assertThat(foreign.read(service).get("name").asText()).isEqualTo("web");
  }

  @Test
  void bulk_delete_counts_a_repeated_id_twice_as_requested() {
    String service = host.service("a");
    assertThat(countsOf(deleteAll(service, service))).isEqualTo("1 of 2");
  }

  @Test
  void bulk_delete_refuses_an_empty_list() {
    deleteAll().refused(400, "validation_bulk_empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "\"a\"", "[5]", "[\"a\"]", "null", "[null]", "", "[", "[[]]"})
  void bulk_delete_refuses_a_body_that_is_no_list_of_ids(String body) {
    assertThat(client.post("/services/bulk-delete", body).status()).isEqualTo(400);
  }

  @Test
  void delete_of_a_port_keeps_the_service() {
    String port = host.port(80);
    String service = host.service("web", onPort(port));
    client.delete("/ports/" + port).data();
    assertThat(host.read(service).get("bindings")).isEmpty();
  }

  @Test
  void delete_of_an_interface_keeps_the_service() {
    String iface = host.iface();
    String service = host.service("web", onPort(host.port(80), iface));
    client.delete("/interfaces/" + iface).data();
    assertThat(host.read(service).get("bindings")).isEmpty();
  }

  @Test
  void delete_of_an_interface_keeps_bindings_on_other_interfaces() {
    String iface = host.iface();
    String kept = host.iface();
    String service = host.service("dhcp", onInterface(iface), onInterface(kept));
    client.delete("/interfaces/" + iface).data();
    assertThat(host.read(service).at("/bindings/0/interface_id").asText()).isEqualTo(kept);
  }

  @Test
  void delete_of_a_subnet_keeps_the_service() {
    String service = host.service("dhcp", onInterface(host.iface()));
    client.delete("/subnets/" + network.subnet()).data();
    assertThat(host.read(service).get("bindings")).isEmpty();
  }

  @Test
  void delete_of_a_host_also_deletes_its_services() {
    String service = host.service("web", onPort(host.port(80)));
    client.delete("/hosts/" + host.id()).data();
    client.get("/services/" + service).refused(404, "entity_not_found");
  }

  @Test
  void delete_of_a_tag_removes_it_from_the_service() {
    String tag = tenant.tag("a");
    var body = io.berth.testing.BodyVariant.with(host.serviceBody("web"), "tags", List.of(tag));
    String service = client.post("/services", body).id();
    client.delete("/tags/" + tag).data();
    assertThat(host.read(service).get("tags")).isEmpty();
  }
}
