package io.berth.services;

import static io.berth.testing.TestHost.onInterface;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.testing.ApiClient;
import io.berth.testing.BodyVariant;
import io.berth.testing.TestHost;
import io.berth.testing.TestNetwork;
import io.berth.testing.TestTenant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** GET /services: order, groups and pagination. */
class PageServicesIT {
  private final TestTenant tenant = TestTenant.create();
  private final TestNetwork network = tenant.network();
  private final ApiClient client = network.client();
  private final TestHost host = network.host("host");

  private List<String> names(String query) {
    return client.get("/services" + query).texts("name");
  }

  private JsonNode pagination(String query) {
    return client.get("/services" + query).json().at("/meta/pagination");
  }

  private void createAll(String... names) {
    for (String name : names) {
      host.service(name);
    }
  }

  @Test
  void orders_by_name() {
    createAll("b", "c", "a");
    assertThat(names("?order_by=name")).containsExactly("a", "b", "c");
  }

  @Test
  void orders_in_descending_direction() {
    createAll("b", "c", "a");
    assertThat(names("?order_by=name&order_direction=desc")).containsExactly("c", "b", "a");
  }

  @Test
  void orders_by_created_at() {
    createAll("b", "c", "a");
    assertThat(names("?order_by=created_at&order_direction=desc")).containsExactly("a", "c", "b");
  }

  @Test
  void orders_by_updated_at() {
    String first = host.service("a");
    createAll("b");
    host.tryReplace(first, "a").data();
    assertThat(names("?order_by=updated_at")).containsExactly("b", "a");
  }

  @Test
  void orders_by_the_name_of_the_host() {
    createAll("a");
    network.host("alpha").service("b");
    assertThat(names("?order_by=host")).containsExactly("b", "a");
  }

  @Test
  void orders_by_position() {
    String first = host.service("a");
    createAll("b");
    client.put("/services/" + first, BodyVariant.with(host.serviceBody("a"), "position", 5)).data();
    assertThat(names("?order_by=position")).containsExactly("b", "a");
  }

  @Test
  void orders_by_network() {
    createAll("a");
    tenant.network().host().service("b");
    createAll("c");
    List<String> inOrder = client.get("/services?order_by=network_id").texts("network_id");
    assertThat(inOrder).isSorted();
  }

  @Test
  void orders_by_group_first() {
    TestHost alpha = network.host("alpha");
    createAll("c", "a");
    alpha.service("b");
    alpha.service("d");
    assertThat(names("?group_by=host&order_by=name&order_direction=desc"))
        .containsExactly("d", "b", "c", "a");
  }

  @Test
  void orders_equal_names_by_created_at() {
    List<String> ids = List.of(host.service("x"), host.service("x"), host.service("x"));
    assertThat(client.get("/services?order_by=name&order_direction=desc").ids()).isEqualTo(ids);
  }

  @Test
  void pages_neither_repeat_nor_skip() {
    createAll("x", "x", "x", "x", "x", "x", "x");
    List<String> ids = new ArrayList<>();
    for (int offset = 0; offset < 7; offset += 3) {
      ids.addAll(client.get("/services?order_by=name&limit=3&offset=" + offset).ids());
    }
    assertThat(ids).isEqualTo(client.get("/services").ids());
  }

  @Test
  void returns_the_pagination() {
    createAll("a", "b", "c");
    assertThat(pagination("?limit=2&offset=0").toString())
        .isEqualTo("{\"total_count\":3,\"limit\":2,\"offset\":0,\"has_more\":true}");
  }

  @Test
  void last_page_has_no_more() {
    createAll("a", "b", "c");
    assertThat(pagination("?limit=2&offset=2").toString())
        .isEqualTo("{\"total_count\":3,\"limit\":2,\"offset\":2,\"has_more\":false}");
  }

  @Test
  void a_page_that_ends_with_the_list_has_no_more() {
    createAll("a", "b");
    assertThat(pagination("?limit=2").get("has_more").asBoolean()).isFalse();
  }

  @Test
  void page_after_the_end_returns_the_total_count() {
    createAll("a", "b");
    assertThat(pagination("?offset=5").toString())
        .isEqualTo("{\"total_count\":2,\"limit\":50,\"offset\":5,\"has_more\":false}");
  }

  @Test
  void limit_0_returns_all() {
    createAll("a", "b");
    assertThat(pagination("?limit=0").toString())
        .isEqualTo("{\"total_count\":2,\"limit\":0,\"offset\":0,\"has_more\":false}");
  }

  @Test
  void caps_a_limit_above_1000() {
    assertThat(pagination("?limit=1001").get("limit").asInt()).isEqualTo(1000);
  }

  @Test
  void total_count_respects_the_filters() {
    createAll("a");
    String query = "?limit=1&ids=" + host.service("b") + "&ids=" + host.service("c");
    assertThat(pagination(query).get("total_count").asInt()).isEqualTo(2);
  }

  @Test
  void counts_a_service_with_several_bindings_once() {
    host.service("dhcp", onInterface(host.iface()), onInterface(host.iface()));
    assertThat(pagination("").get("total_count").asInt()).isEqualTo(1);
  }
}
