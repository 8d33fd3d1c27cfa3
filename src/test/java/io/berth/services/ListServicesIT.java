package io.berth.services;

import static io.berth.testing.TestHost.onPort;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.ApiClient;
import io.berth.testing.ApiResponse;
import io.berth.testing.BodyVariant;
import io.berth.testing.TestHost;
import io.berth.testing.TestNetwork;
import io.berth.testing.TestTenant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** GET /services and /services/{id}: visibility and filters. */
class ListServicesIT {
  private final TestTenant tenant = TestTenant.create();
  private final TestNetwork network = tenant.network();
  private final ApiClient client = network.client();
  private final TestHost host = network.host("host");

  private List<String> names(String query) {
    return client.get("/services" + query).texts("name");
  }

  private String createTagged(String name, String... tags) {
    var body = BodyVariant.with(host.serviceBody(name), "tags", List.of(tags));
    return client.post("/services", body).id();
  }

  private void createAll(String... names) {
    for (String name : names) {
      host.service(name);
    }
  }

  @Test
  void returns_an_empty_list_without_services() {
    assertThat(client.get("/services").data().toString()).isEqualTo("[]");
  }

  @Test
  void orders_services_by_created_at() {
    createAll("c", "a", "b");
    assertThat(names("")).containsExactly("c", "a", "b");
  }

  @Test
  void returns_items_as_get_by_id_does() {
    String id = createTagged("web", tenant.tag("a"));
    host.tryReplace(id, "web", onPort(host.port(80)), onPort(host.port(443))).data();
    assertThat(client.get("/services").data().get(0)).isEqualTo(host.read(id));
  }

  @Test
  void orders_bindings_by_created_at() {
    String service = host.service("web");
    String first = host.bind(service, onPort(host.port(443)));
    String second = host.bind(service, onPort(host.port(80)));
    assertThat(List.of(host.read(service).at("/bindings/0/id").asText(), second))
        .containsExactly(first, host.read(service).at("/bindings/1/id").asText());
  }

  @Test
  void excludes_services_of_another_tenant() {
    TestTenant.create().network().host().service("foreign");
    createAll("own");
    assertThat(names("?limit=0")).containsExactly("own");
  }

  @Test
  void returns_only_services_in_the_networks_of_the_key() {
    TestNetwork other = tenant.network();
    other.host().service("seen");
    createAll("unseen");
    assertThat(tenant.key("Viewer", other).get("/services").texts("name")).containsExactly("seen");
  }

  @Test
  void filters_by_network() {
    TestNetwork other = tenant.network();
    other.host().service("there");
    createAll("here");
    assertThat(names("?network_id=" + other.id())).containsExactly("there");
  }

  @Test
  void returns_no_services_for_a_network_without_access() {
    TestNetwork foreign = TestTenant.create().network();
    foreign.host().service("foreign");
    assertThat(names("?network_id=" + foreign.id())).isEmpty();
  }

  @Test
  void filters_by_host() {
    TestHost other = network.host("other");
    other.service("there");
    createAll("here");
    assertThat(names("?host_id=" + other.id())).containsExactly("there");
  }

  @Test
  void filters_by_ids() {
    createAll("a");
    String query = "?ids=" + host.service("b") + "&ids=" + host.service("c");
    assertThat(names(query)).containsExactly("b", "c");
  }

  @Test
  void filters_by_a_single_id() {
    createAll("a");
    assertThat(names("?ids=" + host.service("b"))).containsExactly("b");
  }

  @Test
  void returns_nothing_for_unknown_ids() {
    createAll("a");
    assertThat(names("?ids=" + UUID.randomUUID())).isEmpty();
  }

  @Test
  void does_not_split_ids_at_commas() {
    String query = "?ids=" + UUID.randomUUID() + "," + UUID.randomUUID();
    assertThat(client.get("/services" + query).refused(400, "invalid_value").param("path"))
        .isEqualTo("ids");
  }

  @Test
  void filters_by_any_of_several_tags() {
    String red = tenant.tag("red");
    String blue = tenant.tag("blue");
    createTagged("a", red);
    createTagged("b", blue, red);
    createTagged("c");
    assertThat(names("?tag_ids=" + red + "&tag_ids=" + blue)).containsExactly("a", "b");
  }

  @Test
  void combines_filters_with_and() {
    String red = tenant.tag("red");
    createTagged("a", red);
    String query = "?ids=" + host.service("b") + "&tag_ids=" + red;
    assertThat(names(query)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "network_id",
        "host_id",
        "ids",
        "tag_ids",
        "limit",
        "offset",
        "group_by",
        "order_by",
        "order_direction"
      })
  void treats_an_empty_parameter_as_absent(String parameter) {
    createAll("a", "b");
    assertThat(names("?" + parameter + "=")).containsExactly("a", "b");
  }

  @Test
  void ignores_an_unknown_parameter() {
    createAll("a");
    assertThat(names("?nothing=1")).containsExactly("a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "network_id=x",
        "host_id=1",
        "ids=x",
        "tag_ids=x",
        "limit=-1",
        "limit=many",
        "limit=1.5",
        "offset=-1",
        "offset=x",
        "order_by=hash",
        "group_by=nothing",
        "order_by=name&order_direction=up",
        "order_by=name%3B",
        "limit=99999999999999999999"
      })
  void refuses_an_invalid_parameter_and_names_it(String query) {
    ApiResponse response = client.get("/services?" + query).refused(400, "invalid_value");
    assertThat(query).contains(response.param("path") + "=");
  }

  @Test
  void get_by_id_returns_no_pagination() {
    assertThat(client.get("/services/" + host.service("a")).json().get("meta").has("pagination"))
        .isFalse();
  }

  @Test
  void get_by_id_returns_404_for_an_unknown_service() {
    String unknown = UUID.randomUUID().toString();
    assertThat(client.get("/services/" + unknown).refused(404, "entity_not_found").param("id"))
        .isEqualTo(unknown);
  }

  @Test
  void refuses_a_service_of_another_tenant_like_an_unknown_one() {
    String foreign = TestTenant.create().network().host().service("web");
    String unknown = UUID.randomUUID().toString();
    assertThat(client.get("/services/" + foreign).text().replace(foreign, ""))
        .isEqualTo(client.get("/services/" + unknown).text().replace(unknown, ""));
  }

  @Test
  void refuses_a_path_that_is_no_id() {
    client.get("/services/x").refused(400, "invalid_value");
  }
}
