package io.berth.services;

import static io.berth.testing.TestHost.onPort;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.testing.ApiClient;
import io.berth.testing.TestHost;
import io.berth.testing.TestNetwork;
import io.berth.testing.TestTenant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists and deletes of bindings. */
class ListBindingsIT {
  private final TestTenant tenant = TestTenant.create();
  private final TestNetwork network = tenant.network();
  private final ApiClient client = network.client();
  private final TestHost host = network.host();
  private final String port = host.port(80);
  private final String other = host.port(443);
  private final String service = host.service("web");

  @Test
  void get_returns_404_after_a_delete() {
    String id = host.bind(service, onPort(port));
    client.delete("/bindings/" + id).data();
    client.get("/bindings/" + id).refused(404, "entity_not_found");
  }

  @Test
  void delete_returns_null() {
    assertThat(client.delete("/bindings/" + host.bind(service, onPort(port))).data().isNull())
        .isTrue();
  }

  @Test
  void delete_of_the_last_binding_keeps_the_service() {
    client.delete("/bindings/" + host.bind(service, onPort(port))).data();
    assertThat(host.read(service).get("bindings")).isEmpty();
  }

  @Test
  void delete_returns_404_for_an_unknown_binding() {
    client.delete("/bindings/" + UUID.randomUUID()).refused(404, "entity_not_found");
  }

  @Test
  void bulk_delete_returns_the_number_of_deleted_bindings() {
    List<String> ids =
        Arrays.asList(
            host.bind(service, onPort(port)),
            host.bind(service, onPort(other)),
            UUID.randomUUID().toString());
    assertThat(client.post("/bindings/bulk-delete", ids).data().toString())
        .isEqualTo("{\"deleted_count\":2,\"requested_count\":3}");
  }

  @Test
  void bulk_delete_refuses_an_empty_list() {
    client.post("/bindings/bulk-delete", List.of()).refused(400, "validation_bulk_empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"service_id", "network_id", "port_id", "interface_id"})
  void list_filters_by_reference(String filter) {
    TestHost otherHost = tenant.network().host();
    otherHost.bind(otherHost.service("away"), onPort(otherHost.port(80), otherHost.iface()));
    JsonNode own = host.tryBind(service, onPort(port, host.iface())).data();
    assertThat(client.get("/bindings?" + filter + "=" + own.get(filter).asText()).data())
        .containsExactly(own);
  }

  @Test
  void list_orders_by_created_at() {
    List<String> ids = List.of(host.bind(service, onPort(other)), host.bind(service, onPort(port)));
    assertThat(client.get("/bindings?order_by=created_at").ids()).isEqualTo(ids);
  }

  @Test
  void list_returns_its_pagination() {
    host.bind(service, onPort(other));
    host.bind(service, onPort(port));
    assertThat(client.get("/bindings?limit=1").json().at("/meta/pagination").toString())
        .isEqualTo("{\"total_count\":2,\"limit\":1,\"offset\":0,\"has_more\":true}");
  }

  @Test
  void list_excludes_bindings_of_another_tenant() {
    host.bind(service, onPort(port));
    assertThat(TestTenant.create().owner().get("/bindings").ids()).isEmpty();
  }

  @Test
  void list_refuses_an_unsupported_order() {
    client.get("/bindings?order_by=port_id").refused(400, "invalid_value");
  }
}
