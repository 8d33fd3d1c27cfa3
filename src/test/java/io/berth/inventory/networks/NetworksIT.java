package io.berth.inventory.networks;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.ApiClient;
import io.berth.testing.ApiResponse;
import io.berth.testing.Fixture;
import io.berth.testing.JsonBody;
import io.berth.testing.Sql;
import io.berth.testing.TestTenant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworksIT {
  private final TestTenant tenant = TestTenant.create();
  private final ApiClient client = tenant.owner();
  private final Map<String, Object> body =
      JsonBody.of("name", "office", "organization_id", tenant.organization());

  private ApiResponse create() {
    return client.post("/networks", body);
  }

  @Test
  void returns_all_members_of_a_new_network() {
    assertThat(create().members())
        .containsExactly("created_at", "id", "name", "organization_id", "tags", "updated_at");
  }

  @Test
  void returns_a_network_as_it_was_created() {
    ApiResponse created =
        client.post("/networks", JsonBody.with(body, "tags", List.of(tenant.tag("t"))));
    assertThat(client.get("/networks/" + created.id()).data()).isEqualTo(created.data());
  }

  @Test
  void sets_created_at_and_updated_at_to_the_same_utc_time() {
    ApiResponse created = create();
    assertThat(created.text("created_at"))
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,6})?Z")
        .isEqualTo(created.text("updated_at"));
  }

  @Test
  void creates_two_system_subnets() {
    String id = create().id();
    assertThat(client.get("/subnets?network_id=" + id).data())
        .extracting(
            s -> s.get("name").asText() + " " + s.get("cidr").asText() + " " + s.get("subnet_type"))
        .containsExactlyInAnyOrder(
            "Internet 0.0.0.0/0 \"Internet\"", "Remote Network 0.0.0.0/0 \"Remote\"");
  }

  @Test
  void sets_the_source_of_its_subnets_to_system() {
    String id = create().id();
    assertThat(client.get("/subnets?network_id=" + id).data())
        .extracting(s -> s.get("source").toString())
        .containsExactly("{\"type\":\"System\"}", "{\"type\":\"System\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "organization_id"})
  void requires_the_member(String member) {
    client
        .post("/networks", JsonBody.without(body, member))
        .refusedAt(member, 400, "missing_field");
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "organization_id"})
  void refuses_null_for_a_required_member(String member) {
    client
        .post("/networks", JsonBody.with(body, member, null))
        .refusedAt(member, 400, "missing_field");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name|1",
        "name|true",
        "name|[]",
        "name|{}",
        "organization_id|1",
        "organization_id|\"x\"",
        "organization_id|\"\"",
        "tags|\"x\"",
        "tags|{}"
      })
  void refuses_a_value_of_another_type(String member, String json) {
    client
        .post("/networks", JsonBody.withJson(body, member, json))
        .refusedAt(member, 400, "invalid_value");
  }

  @Test
  void accepts_a_name_of_a_hundred_characters() {
    String name = JsonBody.emoji(100);
    assertThat(client.post("/networks", JsonBody.with(body, "name", name)).text("name"))
        .isEqualTo(name);
  }

  @Test
  void refuses_a_longer_name() {
    client
        .post("/networks", JsonBody.with(body, "name", JsonBody.emoji(101)))
        .refusedAt("name", 400, "validation_failed");
  }

  @Test
  void refuses_an_empty_name() {
    client
        .post("/networks", JsonBody.with(body, "name", ""))
        .refusedAt("name", 400, "validation_failed");
  }

  @Test
  void refuses_another_organization() {
    client
        .post(
            "/networks", JsonBody.with(body, "organization_id", TestTenant.create().organization()))
        .refused(403, "entity_access_denied");
  }

  @Test
  void refuses_an_unknown_tag() {
    client
        .post("/networks", JsonBody.with(body, "tags", List.of(Fixture.unknown())))
        .refused(400, "unknown_reference");
  }

  @Test
  void stores_nothing_when_it_refuses_a_tag() {
    client.post("/networks", JsonBody.with(body, "tags", List.of(Fixture.unknown())));
    assertThat(
            Sql.number(
                "select count(*) from network where organization_id = ?",
                UUID.fromString(tenant.organization())))
        .isZero();
  }

  @Test
  void ignores_read_only_and_unknown_members() {
    Map<String, Object> sent =
        JsonBody.with(body, "created_at", "x", "updated_at", 1, "nonsense", List.of());
    assertThat(client.post("/networks", sent).text("name")).isEqualTo("office");
  }

  @Test
  void returns_a_network_as_it_was_replaced() {
    String id = create().id();
    ApiResponse changed = client.put("/networks/" + id, JsonBody.with(body, "name", "home"));
    assertThat(client.get("/networks/" + id).data()).isEqualTo(changed.data());
  }

  @Test
  void keeps_id_and_created_at_on_put() {
    ApiResponse created = create();
    Map<String, Object> sent =
        JsonBody.with(body, "id", Fixture.unknown(), "created_at", "2000-01-01T00:00:00Z");
    ApiResponse changed = client.put("/networks/" + created.id(), sent);
    assertThat(changed.text("id") + changed.text("created_at"))
        .isEqualTo(created.text("id") + created.text("created_at"));
  }

  @Test
  void changes_updated_at_on_put() {
    ApiResponse created = create();
    ApiResponse changed = client.put("/networks/" + created.id(), body);
    assertThat(Instant.parse(changed.text("updated_at")))
        .isAfter(Instant.parse(created.text("updated_at")));
  }

  @Test
  void keeps_its_tags_when_put_omits_them() {
    String tag = tenant.tag("t");
    String id = client.post("/networks", JsonBody.with(body, "tags", List.of(tag))).id();
    assertThat(client.put("/networks/" + id, body).data().get("tags").toString())
        .isEqualTo("[\"" + tag + "\"]");
  }

  @Test
  void removes_its_tags_when_put_sends_an_empty_list() {
    String id =
        client.post("/networks", JsonBody.with(body, "tags", List.of(tenant.tag("t")))).id();
    client.put("/networks/" + id, JsonBody.with(body, "tags", List.of()));
    assertThat(client.get("/networks/" + id).data().get("tags")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "organization_id"})
  void requires_the_member_on_put(String member) {
    String id = create().id();
    client
        .put("/networks/" + id, JsonBody.without(body, member))
        .refusedAt(member, 400, "missing_field");
  }

  @Test
  void refuses_a_longer_name_on_put() {
    String id = create().id();
    client
        .put("/networks/" + id, JsonBody.with(body, "name", "x".repeat(101)))
        .refusedAt("name", 400, "validation_failed");
  }

  @Test
  void lists_a_new_network() {
    String id = create().id();
    assertThat(client.get("/networks").ids()).containsExactly(id);
  }
}
