package io.berth.inventory.tags;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.ApiClient;
import io.berth.testing.ApiResponse;
import io.berth.testing.Fixture;
import io.berth.testing.JsonBody;
import io.berth.testing.Sql;
import io.berth.testing.TestNetwork;
import io.berth.testing.TestTenant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TagsIT {
  private final TestTenant tenant = TestTenant.create();
  private final ApiClient client = tenant.owner();
  private final Map<String, Object> body =
      JsonBody.of("name", "web", "color", "Blue", "organization_id", tenant.organization());

  private ApiResponse create(Object... members) {
    return client.post("/tags", JsonBody.with(body, members));
  }

  private ApiResponse put(String id, Object... members) {
    return client.put("/tags/" + id, JsonBody.with(body, members));
  }

  @Test
  void distinguishes_names_by_trailing_whitespace() {
    List<String> names = List.of("web", "web ", "web  ", "web\t", "web!");
    names.forEach(tenant::tag);
    assertThat(client.get("/tags?order_by=name").texts("name"))
        .containsExactly("web", "web\t", "web ", "web  ", "web!");
  }

  @Test
  void returns_all_members_of_a_new_tag() {
    assertThat(create().members())
        .containsExactly(
            "color", "created_at", "description", "id", "name", "organization_id", "updated_at");
  }

  @Test
  void returns_a_tag_as_it_was_created() {
    ApiResponse created = create("description", "d");
    assertThat(client.get("/tags/" + created.id()).data()).isEqualTo(created.data());
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "color", "organization_id"})
  void requires_the_member(String member) {
    client.post("/tags", JsonBody.without(body, member)).refusedAt(member, 400, "missing_field");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name|1",
        "description|1",
        "organization_id|\"x\"",
        "color|1",
        "color|\"blue\"",
        "color|\"BLUE\"",
        "color|\"Black\"",
        "color|\"#fff\"",
        "color|\"\""
      })
  void refuses_a_value_of_another_type(String member, String json) {
    client
        .post("/tags", JsonBody.withJson(body, member, json))
        .refusedAt(member, 400, "invalid_value");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Pink", "Rose", "Red", "Orange", "Green", "Emerald", "Teal", "Cyan", "Blue", "Indigo",
        "Purple", "Gray", "Yellow"
      })
  void accepts_the_color(String color) {
    assertThat(create("color", color).text("color")).isEqualTo(color);
  }

  @ParameterizedTest
  @CsvSource({"name, 100", "name, 1", "description, 500", "description, 0"})
  void accepts_a_text_at_the_limit(String member, int length) {
    String text = JsonBody.emoji(length);
    assertThat(create(member, text).text(member)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"name, 101", "name, 0", "description, 501"})
  void refuses_a_text_over_the_limit(String member, int length) {
    create(member, JsonBody.emoji(length)).refusedAt(member, 400, "validation_failed");
  }

  @ParameterizedTest
  @CsvSource({"name, 101", "name, 0", "description, 501"})
  void refuses_a_text_over_the_limit_on_put(String member, int length) {
    put(create().id(), member, JsonBody.emoji(length)).refusedAt(member, 400, "validation_failed");
  }

  @Test
  void refuses_a_name_that_is_taken() {
    create().data();
    create("color", "Red").refused(409, "name_taken");
  }

  @Test
  void distinguishes_names_by_case_and_accents() {
    create().data();
    assertThat(List.of(create("name", "Web").id(), create("name", "wéb").id())).hasSize(2);
  }

  @Test
  void accepts_a_name_that_another_organization_has() {
    TestTenant.create().tag("web");
    assertThat(create().text("name")).isEqualTo("web");
  }

  @Test
  void refuses_another_organization() {
    create("organization_id", TestTenant.create().organization())
        .refused(403, "entity_access_denied");
  }

  @Test
  void returns_a_tag_as_it_was_replaced() {
    String id = create("description", "d").id();
    ApiResponse changed = put(id, "name", "db", "color", "Red");
    assertThat(client.get("/tags/" + id).data()).isEqualTo(changed.data());
  }

  @Test
  void clears_an_omitted_description() {
    assertThat(put(create("description", "d").id()).data().get("description").isNull()).isTrue();
  }

  @Test
  void keeps_id_and_created_at_and_changes_updated_at() {
    ApiResponse before = create();
    ApiResponse after = put(before.id(), "id", Fixture.unknown(), "created_at", 1);
    assertThat(after.text("id") + after.text("created_at"))
        .isEqualTo(before.text("id") + before.text("created_at"));
    assertThat(Instant.parse(after.text("updated_at")))
        .isAfter(Instant.parse(before.text("updated_at")));
  }

  @Test
  void keeps_its_own_name_on_put() {
    assertThat(put(create().id(), "color", "Red").text("color")).isEqualTo("Red");
  }

  @Test
  void refuses_the_name_of_another_tag_on_put() {
    tenant.tag("db");
    put(create().id(), "name", "db").refused(409, "name_taken");
  }

  @Test
  void does_not_find_an_unknown_tag_on_put() {
    put(Fixture.unknown()).refused(404, "entity_not_found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"network", "subnet", "host", "service"})
  void deletes_its_assignments(String kind) {
    Fixture fixture = Fixture.of(tenant);
    String column = kind + "_id";
    Sql.update(
        "insert into tag_assignment (id, tag_id, " + column + ") values (?, ?, ?)",
        UUID.randomUUID(),
        UUID.fromString(fixture.id("tag")),
        UUID.fromString(fixture.id(kind)));
    client.delete("/tags/" + fixture.id("tag")).data();
    assertThat(client.get("/" + kind + "s/" + fixture.id(kind)).data().get("tags")).isEmpty();
  }

  @Test
  void keeps_the_entities_of_a_tag_deleted_in_bulk() {
    TestNetwork network = tenant.network();
    Map<String, Object> host = JsonBody.with(network.hostBody("h"), "tags", List.of(create().id()));
    String id = client.post("/hosts", host).id();
    client.post("/tags/bulk-delete", client.get("/tags").ids()).data();
    assertThat(client.get("/hosts/" + id).data().get("tags")).isEmpty();
  }
}
