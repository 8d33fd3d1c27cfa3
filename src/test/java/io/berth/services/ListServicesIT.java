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

/** GET /services and /services/{id}: what is seen, and what filters. */
class ListServicesIT {
  private final TestTenant tenant = TestTenant.create();
  private final TestNetwork network = tenant.network();
  private final ApiClient client = network.client();
  private final TestHost host = network.host("host");

  private List<String> names(String query) {
    return client.get("/services" + query).texts("name");
  }

  private String tagged(String name, String... tags) {
    var body = BodyVariant.with(host.serviceBody(name), "tags", List.of(tags));
    return client.post("/services", body).id();
  }

  private void services(String... names) {
    for (String name : names) {
      host.service(name);
    }
  }

  @Test
  void an_empty_list_is_a_list() {
    assertThat(client.get("/services").data().toString()).isEqualTo("[]");
  }

  @Test
  void services_come_in_the_order_of_their_making() {
    services("c", "a", "b");
    assertThat(names("")).containsExactly("c", "a", "b");
  }

  @Test
  void an_item_is_what_can_be_read_by_its_id() {
    String id = tagged("web", tenant.tag("a"));
    host.tryReplace(id, "web", onPort(host.port(80)), onPort(host.port(443))).data();
    assertThat(client.get("/services").data().get(0)).isEqualTo(host.read(id));
  }

  @Test
  void bindings_come_in_the_order_of_their_making() {
    String service = host.service("web");
    String first = host.bind(service, onPort(host.port(443)));
    String second = host.bind(service, onPort(host.port(80)));
    assertThat(List.of(host.read(service).at("/bindings/0/id").asText(), second))
        .containsExactly(first, host.read(service).at("/bindings/1/id").asText());
  }

  @Test
  void services_of_another_tenant_are_not_seen() {
    TestTenant.create().network().host().service("foreign");
    services("own");
    assertThat(names("?limit=0")).containsExactly("own");
  }

  @Test
  void a_key_sees_the_services_of_its_networks() {
    TestNetwork other = tenant.network();
    other.host().service("seen");
    services("unseen");
    assertThat(tenant.key("Viewer", other).get("/services").texts("name")).containsExactly("seen");
  }

  @Test
  void a_network_filters() {
    TestNetwork other = tenant.network();
    other.host().service("there");
    services("here");
    assertThat(names("?network_id=" + other.id())).containsExactly("there");
  }

  @Test
  void a_network_that_is_not_to_be_seen_has_none() {
    TestNetwork foreign = TestTenant.create().network();
    foreign.host().service("foreign");
    assertThat(names("?network_id=" + foreign.id())).isEmpty();
  }

  @Test
  void a_host_filters() {
    TestHost other = network.host("other");
    other.service("there");
    services("here");
    assertThat(names("?host_id=" + other.id())).containsExactly("there");
  }

  @Test
  void ids_filter() {
    services("a");
    String query = "?ids=" + host.service("b") + "&ids=" + host.service("c");
    assertThat(names(query)).containsExactly("b", "c");
  }

  @Test
  void one_id_is_a_list_of_one() {
    services("a");
    assertThat(names("?ids=" + host.service("b"))).containsExactly("b");
  }

  @Test
  void unknown_ids_find_nothing() {
    services("a");
    assertThat(names("?ids=" + UUID.randomUUID())).isEmpty();
  }

  @Test
  void commas_do_not_split() {
    String query = "?ids=" + UUID.randomUUID() + "," + UUID.randomUUID();
    assertThat(client.get("/services" + query).refused(400, "invalid_value").param("path"))
        .isEqualTo("ids");
  }

  @Test
  void any_of_the_tags_is_enough() {
    String red = tenant.tag("red");
    String blue = tenant.tag("blue");
    tagged("a", red);
    tagged("b", blue, red);
    tagged("c");
    assertThat(names("?tag_ids=" + red + "&tag_ids=" + blue)).containsExactly("a", "b");
  }

  @Test
  void filters_are_anded() {
    String red = tenant.tag("red");
    tagged("a", red);
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
  void an_empty_parameter_counts_as_absent(String parameter) {
    services("a", "b");
    assertThat(names("?" + parameter + "=")).containsExactly("a", "b");
  }

  @Test
  void an_unknown_parameter_is_ignored() {
    services("a");
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
  void a_parameter_that_can_not_be_read_is_named(String query) {
    ApiResponse answer = client.get("/services?" + query).refused(400, "invalid_value");
    assertThat(query).contains(answer.param("path") + "=");
  }

  @Test
  void a_single_answer_has_no_pagination() {
    assertThat(client.get("/services/" + host.service("a")).json().get("meta").has("pagination"))
        .isFalse();
  }

  @Test
  void an_unknown_service_is_not_found() {
    String unknown = UUID.randomUUID().toString();
    assertThat(client.get("/services/" + unknown).refused(404, "entity_not_found").param("id"))
        .isEqualTo(unknown);
  }

  @Test
  void the_service_of_another_tenant_is_refused_as_an_unknown_one_is() {
    String foreign = TestTenant.create().network().host().service("web");
    String unknown = UUID.randomUUID().toString();
    assertThat(client.get("/services/" + foreign).text().replace(foreign, ""))
        .isEqualTo(client.get("/services/" + unknown).text().replace(unknown, ""));
  }

  @Test
  void a_path_that_is_no_id_is_refused() {
    client.get("/services/x").refused(400, "invalid_value");
  }
}
