package io.berth.http.lists;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.ApiClient;
import io.berth.testing.ApiResponse;
import io.berth.testing.Fixture;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks the bulk deletes of all resources, which behave alike. */
class BulkDeletesIT {
  private final Fixture fixture = Fixture.create();
  private final ApiClient client = fixture.owner();

  static Stream<Arguments> deletable() {
    return Stream.of(
            "/networks network",
            "/subnets subnet",
            "/hosts host",
            "/interfaces interface",
            "/ports port",
            "/services service",
            "/bindings binding",
            "/tags tag",
            "/auth/keys key")
        .map(row -> Arguments.of((Object[]) row.split(" ")));
  }

  private ApiResponse delete(String list, String... ids) {
    return client.post(list + "/bulk-delete", Arrays.asList(ids));
  }

  private static void assertCounts(ApiResponse response, int deleted, int requested) {
    assertThat(response.data().toString())
        .isEqualTo("{\"deleted_count\":%d,\"requested_count\":%d}".formatted(deleted, requested));
  }

  @ParameterizedTest
  @MethodSource("deletable")
  void deletes(String list, String name) {
    assertCounts(delete(list, fixture.id(name)), 1, 1);
    client.get(list + "/" + fixture.id(name)).refused(404, "entity_not_found");
  }

  @ParameterizedTest
  @MethodSource("deletable")
  void ignores_unknown_foreign_and_repeated_ids(String list, String name) {
    String own = fixture.id(name);
    String foreign = Fixture.create().id(name);
    assertCounts(delete(list, Fixture.unknown(), own, foreign, own, own.toUpperCase()), 1, 5);
  }

  @ParameterizedTest
  @MethodSource("deletable")
  void counts_nothing_on_a_second_delete(String list, String name) {
    delete(list, fixture.id(name));
    assertCounts(delete(list, fixture.id(name)), 0, 1);
  }

  @ParameterizedTest
  @MethodSource("deletable")
  void does_not_delete_foreign_entities(String list, String name) {
    Fixture foreign = Fixture.create();
    delete(list, foreign.id(name));
    assertThat(foreign.owner().get(list + "/" + foreign.id(name)).id()).isEqualTo(foreign.id(name));
  }

  @ParameterizedTest
  @MethodSource("deletable")
  void refuses_an_empty_list(String list, String name) {
    client.post(list + "/bulk-delete", List.of()).refused(400, "validation_bulk_empty");
  }

  @ParameterizedTest
  @MethodSource("deletable")
  void deletes_nothing_if_one_element_is_null(String list, String name) {
    assertThat(delete(list, fixture.id(name), null).status()).isEqualTo(400);
    assertThat(client.get(list + "/" + fixture.id(name)).id()).isEqualTo(fixture.id(name));
  }

  @ParameterizedTest
  @MethodSource("deletable")
  void deletes_nothing_if_one_element_is_not_an_id(String list, String name) {
    delete(list, fixture.id(name), "x").refusedAt("[1]", 400, "invalid_value");
    assertThat(client.get(list + "/" + fixture.id(name)).id()).isEqualTo(fixture.id(name));
  }

  @ParameterizedTest
  @MethodSource("deletable")
  void refuses_other_values_than_an_array(String list, String name) {
    client.post(list + "/bulk-delete", "{\"ids\":[]}").refused(400, "invalid_value");
  }

  @ParameterizedTest
  @MethodSource("deletable")
  void deletes_a_single_entity(String list, String name) {
    assertThat(client.delete(list + "/" + fixture.id(name)).json().toString())
        .startsWith("{\"success\":true,\"data\":null,\"meta\":");
    client.get(list + "/" + fixture.id(name)).refused(404, "entity_not_found");
  }

  @ParameterizedTest
  @MethodSource("deletable")
  void refuses_a_second_delete(String list, String name) {
    client.delete(list + "/" + fixture.id(name));
    client.delete(list + "/" + fixture.id(name)).refused(404, "entity_not_found");
  }

  @ParameterizedTest
  @MethodSource("deletable")
  void finds_an_id_in_any_case(String list, String name) {
    String id = fixture.id(name);
    assertThat(client.get(list + "/" + id.toUpperCase()).id()).isEqualTo(id);
  }
}
