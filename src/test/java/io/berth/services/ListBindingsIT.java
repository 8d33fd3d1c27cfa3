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

/** The lists of /bindings, and how bindings go. */
class ListBindingsIT {
  private final TestTenant tenant = TestTenant.create();
  private final TestNetwork network = tenant.network();
  private final ApiClient client = network.client();
  private final TestHost host = network.host();
  private final String port = host.port(80);
  private final String other = host.port(443);
  private final String service = host.service("web");

  @Test
  void a_binding_that_is_deleted_is_gone() {
    String id = host.bind(service, onPort(port));
    client.delete("/bindings/" + id).data();
    client.get("/bindings/" + id).refused(404, "entity_not_found");
  }

  @Test
  void a_deleted_binding_answers_null() {
    assertThat(client.delete("/bindings/" + host.bind(service, onPort(port))).data().isNull())
        .isTrue();
  }

  @Test
  void a_service_survives_without_bindings() {
    client.delete("/bindings/" + host.bind(service, onPort(port))).data();
    assertThat(host.read(service).get("bindings")).isEmpty();
  }

  @Test
  void an_unknown_binding_is_not_found() {
    client.delete("/bindings/" + UUID.randomUUID()).refused(404, "entity_not_found");
  }

  @Test
  void many_are_deleted_and_counted() {
    List<String> ids =
        Arrays.asList(
            host.bind(service, onPort(port)),
            host.bind(service, onPort(other)),
            UUID.randomUUID().toString());
    assertThat(client.post("/bindings/bulk-delete", ids).data().toString())
        .isEqualTo("{\"deleted_count\":2,\"requested_count\":3}");
  }

  @Test
  void no_ids_are_refused() {
    client.post("/bindings/bulk-delete", List.of()).refused(400, "validation_bulk_empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"service_id", "network_id", "port_id", "interface_id"})
  void a_list_filters(String filter) {
    TestHost away = tenant.network().host();
    away.bind(away.service("away"), onPort(away.port(80), away.iface()));
    JsonNode own = host.tryBind(service, onPort(port, host.iface())).data();
    assertThat(client.get("/bindings?" + filter + "=" + own.get(filter).asText()).data())
        .containsExactly(own);
  }

  @Test
  void a_list_is_in_the_order_of_making() {
    List<String> ids = List.of(host.bind(service, onPort(other)), host.bind(service, onPort(port)));
    assertThat(client.get("/bindings?order_by=created_at").ids()).isEqualTo(ids);
  }

  @Test
  void a_list_tells_where_its_page_stands() {
    host.bind(service, onPort(other));
    host.bind(service, onPort(port));
    assertThat(client.get("/bindings?limit=1").json().at("/meta/pagination").toString())
        .isEqualTo("{\"total_count\":2,\"limit\":1,\"offset\":0,\"has_more\":true}");
  }

  @Test
  void a_list_shows_nothing_of_another_tenant() {
    host.bind(service, onPort(port));
    assertThat(TestTenant.create().owner().get("/bindings").ids()).isEmpty();
  }

  @Test
  void an_order_that_is_not_offered_is_refused() {
    client.get("/bindings?order_by=port_id").refused(400, "invalid_value");
  }
}
