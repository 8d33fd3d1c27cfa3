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

class KeysIT {
  private final TestTenant tenant = TestTenant.create();
  private final ApiClient client = tenant.owner();

  private ApiResponse create(Object... members) {
    return client.post("/auth/keys", JsonBody.with(JsonBody.of("name", "ci"), members));
  }

  private static String id(ApiResponse made) {
    return made.data().at("/api_key/id").asText();
  }

  private ApiResponse put(String id, Object... members) {
    return client.put("/auth/keys/" + id, JsonBody.with(JsonBody.of("name", "ci"), members));
  }

  @Test
  void is_made_with_its_secret_beside_it() {
    assertThat(create().members()).containsExactly("api_key", "key");
  }

  @Test
  void is_made_with_all_its_members() {
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
  void reads_as_it_was_answered() {
    ApiResponse made =
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
    assertThat(client.get("/auth/keys/" + id(made)).data()).isEqualTo(made.data().get("api_key"));
  }

  @Test
  void is_an_enabled_viewer_without_networks_that_never_expires() {
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
  void is_the_callers() {
    JsonNode key = create("user_id", Fixture.unknown()).data().get("api_key");
    assertThat(key.get("user_id").asText() + key.get("organization_id").asText())
        .isEqualTo(tenant.ownerId() + tenant.organization());
  }

  @Test
  void needs_a_name() {
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
  void refuses_another_type(String member, String json) {
    client
        .post(
            "/auth/keys",
            JsonBody.withJson(JsonBody.of("name", "ci"), member.replace("[0]", ""), json))
        .refusedAt(member, 400, "invalid_value");
  }

  @Test
  void takes_a_name_of_a_hundred_characters() {
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
  void shows_its_end_in_utc_and_microseconds(String sent, String shown) {
    assertThat(create("expires_at", sent).data().at("/api_key/expires_at").asText())
        .isEqualTo(shown);
  }

  @Test
  void refuses_an_end_in_the_past() {
    create("expires_at", Instant.now().minusSeconds(1).toString())
        .refusedAt("expires_at", 400, "validation_failed");
  }

  @Test
  void takes_an_end_in_the_near_future() {
    String soon = Instant.now().plusSeconds(60).toString();
    assertThat(create("expires_at", soon).members()).contains("key");
  }

  @Test
  void is_ended_at_once_by_a_change_and_can_be_renamed_then() {
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
  void takes_a_network_once_that_is_sent_twice() {
    String network = tenant.network().id();
    assertThat(create("network_ids", List.of(network, network)).data().at("/api_key/network_ids"))
        .hasSize(1);
  }

  @Test
  void is_replaced_as_it_reads_later() {
    String id = id(create());
    ApiResponse changed = put(id, "permissions", "Admin", "name", "other", "is_enabled", false);
    assertThat(client.get("/auth/keys/" + id).data()).isEqualTo(changed.data());
  }

  @Test
  void keeps_id_secret_and_time_of_making_and_changes_its_time_of_change() {
    ApiResponse made = create();
    JsonNode before = made.data().get("api_key");
    ApiResponse after =
        put(id(made), "id", Fixture.unknown(), "key", "x", "user_id", Fixture.unknown());
    assertThat(after.text("id") + after.text("created_at") + after.text("user_id"))
        .isEqualTo(id(made) + before.get("created_at").asText() + before.get("user_id").asText());
    assertThat(Instant.parse(after.text("updated_at")))
        .isAfter(Instant.parse(before.get("updated_at").asText()));
    assertThat(client.with(made.text("key")).get("/organizations").status()).isEqualTo(200);
  }

  @Test
  void keeps_the_tags_that_are_omitted() {
    String id = id(create("tags", List.of(tenant.tag("t"))));
    assertThat(put(id).data().get("tags")).hasSize(1);
  }

  @Test
  void loses_its_tags_to_an_empty_list() {
    String id = id(create("tags", List.of(tenant.tag("t"))));
    put(id, "tags", List.of()).data();
    assertThat(client.get("/auth/keys/" + id).data().get("tags")).isEmpty();
  }

  @Test
  void needs_a_name_on_put() {
    client
        .put("/auth/keys/" + id(create()), Map.of("permissions", "Viewer"))
        .refusedAt("name", 400, "missing_field");
  }

  @Test
  void is_listed_for_its_user_alone() {
    String id = id(create());
    assertThat(client.get("/auth/keys").ids()).contains(id).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "null", "text"})
  void is_rotated_whatever_the_body(String body) {
    String id = id(create());
    assertThat(client.post("/auth/keys/" + id + "/rotate", body).data().asText())
        .matches("scp_u_[0-9A-Za-z]{32}");
  }
}
