package io.berth.accounts.apikeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.testing.ApiClient;
import io.berth.testing.ApiResponse;
import io.berth.testing.Fixture;
import io.berth.testing.JsonBody;
import io.berth.testing.TestTenant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeysIT {
  private final TestTenant tenant = TestTenant.create();
  private final ApiClient client = tenant.owner();

  private ApiResponse create(Object... members) {
    return client.post("/auth/keys", JsonBody.with(JsonBody.of("name", "ci"), members));
  }

  private static String id(ApiResponse created) {
    return created.data().at("/api_key/id").asText();
  }

  private ApiResponse put(String id, Object... members) {
    return client.put("/auth/keys/" + id, JsonBody.with(JsonBody.of("name", "ci"), members));
  }

  @Test
  void returns_the_secret_beside_the_new_key() {
    assertThat(create().members()).containsExactly("api_key", "key");
  }

  @Test
  void returns_all_members_of_a_new_key() {
    assertThat(ApiResponse.names(create().data().get("api_key")))
        .containsExactly(
            "created_at",
            "expires_at",
            "id",
            "is_enabled",
            "key",
            "last_used",
            "name",
            "network_ids",
            "organization_id",
            "permissions",
            "tags",
            "updated_at",
            "user_id");
  }

  @Test
  void returns_a_key_as_it_was_created() {
    ApiResponse created =
        create(
            "permissions",
            "Member",
            "expires_at",
            "2099-01-01T00:00:00.123456Z",
            "is_enabled",
            false,
            "network_ids",
            List.of(tenant.network().id()),
            "tags",
            List.of(tenant.tag("t")));
    assertThat(client.get("/auth/keys/" + id(created)).data())
        .isEqualTo(created.data().get("api_key"));
  }

  @Test
  void creates_an_enabled_viewer_key_without_networks_by_default() {
    JsonNode key = create().data().get("api_key");
    assertThat(
            List.of(
                key.get("permissions").asText(),
                key.get("is_enabled").asBoolean(),
                key.get("network_ids").size(),
                key.get("expires_at").isNull(),
                key.get("last_used").isNull()))
        .containsExactly("Viewer", true, 0, true, true);
  }

  @Test
  void creates_a_key_of_the_caller() {
    JsonNode key = create("user_id", Fixture.unknown()).data().get("api_key");
    assertThat(key.get("user_id").asText() + key.get("organization_id").asText())
        .isEqualTo(tenant.ownerId() + tenant.organization());
  }

  @Test
  void requires_a_name() {
    client.post("/auth/keys", Map.of()).refusedAt("name", 400, "missing_field");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name|1",
        "permissions|\"viewer\"",
        "permissions|\"God\"",
        "permissions|0",
        "permissions|\"\"",
        "expires_at|1",
        "expires_at|\"tomorrow\"",
        "expires_at|\"2099-01-01\"",
        "expires_at|\"2099-01-01T00:00:00\"",
        "expires_at|\"2099-02-30T00:00:00Z\"",
        "expires_at|\"+10000-01-01T00:00:00Z\"",
        "is_enabled|\"true\"",
        "is_enabled|1",
        "network_ids|\"x\"",
        "network_ids[0]|[\"x\"]",
        "tags|{}"
      })
  void refuses_a_value_of_another_type(String member, String json) {
    client
        .post(
            "/auth/keys",
            JsonBody.withJson(JsonBody.of("name", "ci"), member.replace("[0]", ""), json))
        .refusedAt(member, 400, "invalid_value");
  }

  @Test
  void accepts_a_name_of_a_hundred_characters() {
    assertThat(create("name", JsonBody.emoji(100)).data().at("/api_key/name").asText())
        .isEqualTo(JsonBody.emoji(100));
  }

  @Test
  void refuses_a_longer_name() {
    create("name", JsonBody.emoji(101)).refusedAt("name", 400, "validation_failed");
  }

  @ParameterizedTest
  @CsvSource({
    "2099-01-01T02:00:00+02:00, 2099-01-01T00:00:00Z",
    "2099-01-01T00:00:00.1234567Z, 2099-01-01T00:00:00.123456Z"
  })
  void returns_expires_at_in_utc_and_microseconds(String sent, String shown) {
    assertThat(create("expires_at", sent).data().at("/api_key/expires_at").asText())
        .isEqualTo(shown);
  }

  @Test
  void refuses_an_expiry_in_the_past() {
    create("expires_at", Instant.now().minusSeconds(1).toString())
        .refusedAt("expires_at", 400, "validation_failed");
  }

  @Test
  void accepts_an_expiry_in_the_near_future() {
    String soon = Instant.now().plusSeconds(60).toString();
    assertThat(create("expires_at", soon).members()).contains("key");
  }

  @Test
  void accepts_an_expiry_in_the_past_on_put_and_a_later_rename() {
    String id = id(create());
    String past = "2020-01-01T00:00:00Z";
    put(id, "expires_at", past).data();
    assertThat(put(id, "expires_at", past, "name", "old").text("expires_at")).isEqualTo(past);
  }

  @Test
  void refuses_an_unknown_network() {
    create("network_ids", List.of(Fixture.unknown())).refused(403, "entity_access_denied");
  }

  @Test
  void refuses_an_unknown_tag() {
    create("tags", List.of(Fixture.unknown())).refused(400, "unknown_reference");
  }

  @Test
  void stores_a_duplicate_network_once() {
    String network = tenant.network().id();
    assertThat(create("network_ids", List.of(network, network)).data().at("/api_key/network_ids"))
        .hasSize(1);
  }

  @Test
  void returns_a_key_as_it_was_replaced() {
    String id = id(create());
    ApiResponse changed = put(id, "permissions", "Admin", "name", "other", "is_enabled", false);
    assertThat(client.get("/auth/keys/" + id).data()).isEqualTo(changed.data());
  }

  @Test
  void keeps_id_secret_and_created_at_and_changes_updated_at_on_put() {
    ApiResponse created = create();
    JsonNode before = created.data().get("api_key");
    ApiResponse after =
        put(id(created), "id", Fixture.unknown(), "key", "x", "user_id", Fixture.unknown());
    assertThat(after.text("id") + after.text("created_at") + after.text("user_id"))
        .isEqualTo(
            id(created) + before.get("created_at").asText() + before.get("user_id").asText());
    assertThat(Instant.parse(after.text("updated_at")))
        .isAfter(Instant.parse(before.get("updated_at").asText()));
    assertThat(client.with(created.text("key")).get("/organizations").status()).isEqualTo(200);
  }

  @Test
  void keeps_its_tags_when_put_omits_them() {
    String id = id(create("tags", List.of(tenant.tag("t"))));
    assertThat(put(id).data().get("tags")).hasSize(1);
  }

  @Test
  void removes_its_tags_when_put_sends_an_empty_list() {
    String id = id(create("tags", List.of(tenant.tag("t"))));
    put(id, "tags", List.of()).data();
    assertThat(client.get("/auth/keys/" + id).data().get("tags")).isEmpty();
  }

  @Test
  void requires_a_name_on_put() {
    client
        .put("/auth/keys/" + id(create()), Map.of("permissions", "Viewer"))
        .refusedAt("name", 400, "missing_field");
  }

  @Test
  void lists_only_the_keys_of_the_caller() {
    String id = id(create());
    assertThat(client.get("/auth/keys").ids()).contains(id).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "null", "text"})
  void ignores_the_body_of_a_rotation(String body) {
    String id = id(create());
    assertThat(client.post("/auth/keys/" + id + "/rotate", body).data().asText())
        .matches("scp_u_[0-9A-Za-z]{32}");
  }
}
