package io.berth.http.lists;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.ApiClient;
import io.berth.testing.ApiResponse;
import io.berth.testing.Fixture;
import io.berth.testing.TestTenant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks the paging of every list. The tests only read, and share two fixtures. */
@TestInstance(Lifecycle.PER_CLASS)
class ListsIT {
  static final List<String> LISTS =
      List.of(
          "/networks",
          "/subnets",
          "/hosts",
          "/interfaces",
          "/ports",
          "/services",
          "/bindings",
          "/tags",
          "/auth/keys",
          "/users");

  static final List<String> MALFORMED_NUMBERS =
      List.of("-1", "x", "1.5", "1e3", "%2B1", "0x10", "%20", "99999999999999999999", "%D9%A3");

  private final TestTenant tenant = TestTenant.create();
  private final ApiClient client = tenant.owner();

  ListsIT() {
    Fixture.of(tenant);
    Fixture.of(tenant);
    tenant.user("VIEWER");
  }

  static Stream<Arguments> malformedNumbers() {
    return LISTS.stream()
        .flatMap(list -> MALFORMED_NUMBERS.stream().map(number -> Arguments.of(list, number)));
  }

  @ParameterizedTest
  @MethodSource("malformedNumbers")
  void refuses_a_malformed_limit(String list, String limit) {
    client.get(list + "?limit=" + limit).refusedAt("limit", 400, "invalid_value");
  }

  @ParameterizedTest
  @MethodSource("malformedNumbers")
  void refuses_a_malformed_offset(String list, String offset) {
    client.get(list + "?offset=" + offset).refusedAt("offset", 400, "invalid_value");
  }

  @ParameterizedTest
  @FieldSource("LISTS")
  void returns_the_position_of_the_page(String list) {
    assertThat(ApiResponse.names(client.get(list).pagination()))
        .containsExactly("has_more", "limit", "offset", "total_count");
  }

  @ParameterizedTest
  @FieldSource("LISTS")
  void has_a_default_limit_of_50(String list) {
    assertThat(client.get(list).pagination().get("limit").asInt()).isEqualTo(50);
  }

  @ParameterizedTest
  @FieldSource("LISTS")
  void reduces_a_limit_above_1000(String list) {
    assertThat(client.get(list + "?limit=1001").pagination().get("limit").asInt()).isEqualTo(1000);
  }

  @ParameterizedTest
  @FieldSource("LISTS")
  void accepts_a_limit_of_1000(String list) {
    assertThat(client.get(list + "?limit=1000").pagination().get("limit").asInt()).isEqualTo(1000);
  }

  @ParameterizedTest
  @FieldSource("LISTS")
  void returns_all_items_with_limit_0(String list) {
    ApiResponse all = client.get(list + "?limit=0");
    assertThat(all.pagination().toString())
        .isEqualTo(
            "{\"total_count\":%d,\"limit\":0,\"offset\":0,\"has_more\":false}"
                .formatted(all.ids().size()));
  }

  @ParameterizedTest
  @FieldSource("LISTS")
  void skips_the_offset_with_limit_0_and_counts_all(String list) {
    List<String> all = client.get(list).ids();
    ApiResponse rest = client.get(list + "?limit=0&offset=1");
    assertThat(rest.ids()).isEqualTo(all.subList(1, all.size()));
    assertThat(rest.pagination().toString())
        .isEqualTo(
            "{\"total_count\":%d,\"limit\":0,\"offset\":1,\"has_more\":false}"
                .formatted(all.size()));
  }

  @ParameterizedTest
  @FieldSource("LISTS")
  void returns_nothing_beyond_the_end_with_limit_0_and_counts_all(String list) {
    ApiResponse beyond = client.get(list + "?limit=0&offset=1000");
    assertThat(beyond.ids().size() + " " + beyond.pagination().get("total_count"))
        .isEqualTo("0 " + client.get(list).ids().size());
  }

  @ParameterizedTest
  @FieldSource("LISTS")
  void returns_has_more_before_the_last_page(String list) {
    ApiResponse first = client.get(list + "?limit=1");
    assertThat(first.ids().size() + " " + first.pagination().get("has_more")).isEqualTo("1 true");
  }

  @ParameterizedTest
  @FieldSource("LISTS")
  void returns_no_more_on_the_last_page(String list) {
    int total = client.get(list).pagination().get("total_count").asInt();
    ApiResponse last = client.get(list + "?limit=1&offset=" + (total - 1));
    assertThat(last.ids().size() + " " + last.pagination().get("has_more")).isEqualTo("1 false");
  }

  @ParameterizedTest
  @FieldSource("LISTS")
  void counts_all_beyond_the_last_page(String list) {
    ApiResponse beyond = client.get(list + "?offset=1000");
    assertThat(beyond.ids().size() + " " + beyond.pagination().get("total_count"))
        .isEqualTo("0 " + client.get(list).ids().size());
  }

  @ParameterizedTest
  @FieldSource("LISTS")
  void accepts_a_huge_offset(String list) {
    assertThat(client.get(list + "?offset=999999999999999999").ids()).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("LISTS")
  void neither_repeats_nor_skips_on_pages(String list) {
    List<String> all = client.get(list).ids();
    List<String> paged = new ArrayList<>();
    IntStream.range(0, all.size())
        .forEach(i -> paged.addAll(client.get(list + "?limit=1&offset=" + i).ids()));
    assertThat(paged).isEqualTo(all).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @FieldSource("LISTS")
  void treats_an_empty_parameter_as_absent(String list) {
    String empty = "?limit=&offset=&order_by=&order_direction=&group_by=&network_id=&ids=&tag_ids=";
    assertThat(client.get(list + empty).ids()).isEqualTo(client.get(list).ids());
  }

  @ParameterizedTest
  @FieldSource("LISTS")
  void ignores_an_unknown_parameter(String list) {
    assertThat(client.get(list + "?nonsense=1&Limit=1").ids()).isEqualTo(client.get(list).ids());
  }

  @ParameterizedTest
  @FieldSource("LISTS")
  void refuses_an_unknown_order(String list) {
    client.get(list + "?order_by=nonsense").refusedAt("order_by", 400, "invalid_value");
  }

  @ParameterizedTest
  @FieldSource("LISTS")
  void refuses_an_unknown_group(String list) {
    client.get(list + "?group_by=nonsense").refusedAt("group_by", 400, "invalid_value");
  }

  @ParameterizedTest
  @ValueSource(strings = {"up", "DESC", "asc,desc"})
  void refuses_an_unknown_direction(String direction) {
    client
        .get("/hosts?order_by=name&order_direction=" + direction)
        .refusedAt("order_direction", 400, "invalid_value");
    client
        .get("/hosts?order_direction=" + direction)
        .refusedAt("order_direction", 400, "invalid_value");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/networks", "/subnets", "/hosts", "/interfaces", "/ports", "/services"})
  void is_empty_for_a_key_without_networks(String list) {
    ApiResponse nothing = tenant.key("Viewer").get(list);
    assertThat(nothing.ids().size() + " " + nothing.pagination().get("total_count"))
        .isEqualTo("0 0");
  }

  @Test
  void returns_complete_items() {
    String host = client.get("/hosts").ids().get(0);
    assertThat(client.get("/hosts?ids=" + host).data().get(0))
        .isEqualTo(client.get("/hosts/" + host).data());
  }
}
