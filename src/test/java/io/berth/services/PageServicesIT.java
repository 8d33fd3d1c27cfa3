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

/** GET /services: orders, groups and pages. */
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

  private void services(String... names) {
    for (String name : names) {
      host.service(name);
    }
  }

  @Test
  void names_order() {
    services("b", "c", "a");
    assertThat(names("?order_by=name")).containsExactly("a", "b", "c");
  }

  @Test
  void an_order_can_descend() {
    services("b", "c", "a");
    assertThat(names("?order_by=name&order_direction=desc")).containsExactly("c", "b", "a");
  }

  @Test
  void the_time_of_making_orders() {
    services("b", "c", "a");
    assertThat(names("?order_by=created_at&order_direction=desc")).containsExactly("a", "c", "b");
  }

  @Test
  void the_time_of_change_orders() {
    String first = host.service("a");
    services("b");
    host.tryReplace(first, "a").data();
    assertThat(names("?order_by=updated_at")).containsExactly("b", "a");
  }

  @Test
  void the_name_of_the_host_orders() {
    services("a");
    network.host("alpha").service("b");
    assertThat(names("?order_by=host")).containsExactly("b", "a");
  }

  @Test
  void the_position_orders() {
    String first = host.service("a");
    services("b");
    client.put("/services/" + first, BodyVariant.with(host.serviceBody("a"), "position", 5)).data();
    assertThat(names("?order_by=position")).containsExactly("b", "a");
  }

  @Test
  void the_network_orders() {
    services("a");
    tenant.network().host().service("b");
    services("c");
    List<String> inOrder = client.get("/services?order_by=network_id").texts("network_id");
    assertThat(inOrder).isSorted();
  }

  @Test
  void a_group_comes_before_the_order() {
    TestHost alpha = network.host("alpha");
    services("c", "a");
    alpha.service("b");
    alpha.service("d");
    assertThat(names("?group_by=host&order_by=name&order_direction=desc"))
        .containsExactly("d", "b", "c", "a");
  }

  @Test
  void equals_come_in_the_order_of_their_making() {
    List<String> ids = List.of(host.service("x"), host.service("x"), host.service("x"));
    assertThat(client.get("/services?order_by=name&order_direction=desc").ids()).isEqualTo(ids);
  }

  @Test
  void pages_neither_repeat_nor_skip() {
    services("x", "x", "x", "x", "x", "x", "x");
    List<String> seen = new ArrayList<>();
    for (int offset = 0; offset < 7; offset += 3) {
      seen.addAll(client.get("/services?order_by=name&limit=3&offset=" + offset).ids());
    }
    assertThat(seen).isEqualTo(client.get("/services").ids());
  }

  @Test
  void a_page_tells_where_it_stands() {
    services("a", "b", "c");
    assertThat(pagination("?limit=2&offset=0").toString())
        .isEqualTo("{\"total_count\":3,\"limit\":2,\"offset\":0,\"has_more\":true}");
  }

  @Test
  void the_last_page_has_no_more() {
    services("a", "b", "c");
    assertThat(pagination("?limit=2&offset=2").toString())
        .isEqualTo("{\"total_count\":3,\"limit\":2,\"offset\":2,\"has_more\":false}");
  }

  @Test
  void a_page_that_ends_with_the_list_has_no_more() {
    services("a", "b");
    assertThat(pagination("?limit=2").get("has_more").asBoolean()).isFalse();
  }

  @Test
  void a_page_behind_the_end_is_empty_and_still_counts() {
    services("a", "b");
    assertThat(pagination("?offset=5").toString())
        .isEqualTo("{\"total_count\":2,\"limit\":50,\"offset\":5,\"has_more\":false}");
  }

  @Test
  void a_limit_of_0_is_all() {
    services("a", "b");
    assertThat(pagination("?limit=0").toString())
        .isEqualTo("{\"total_count\":2,\"limit\":0,\"offset\":0,\"has_more\":false}");
  }

  @Test
  void a_limit_above_1000_is_capped() {
    assertThat(pagination("?limit=1001").get("limit").asInt()).isEqualTo(1000);
  }

  @Test
  void the_total_counts_what_the_filters_keep() {
    services("a");
    String query = "?limit=1&ids=" + host.service("b") + "&ids=" + host.service("c");
    assertThat(pagination(query).get("total_count").asInt()).isEqualTo(2);
  }

  @Test
  void a_service_with_several_bindings_is_one_item() {
    host.service("dhcp", onInterface(host.iface()), onInterface(host.iface()));
    assertThat(pagination("").get("total_count").asInt()).isEqualTo(1);
  }
}
