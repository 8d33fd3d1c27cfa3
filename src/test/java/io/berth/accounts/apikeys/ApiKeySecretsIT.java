package io.berth.accounts.apikeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.testing.ApiClient;
import io.berth.testing.ApiResponse;
import io.berth.testing.JsonBody;
import io.berth.testing.SharedBerth;
import io.berth.testing.Sql;
import io.berth.testing.TestTenant;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The secret of a key: shown once, stored as a hash, and valid as long as the key. */
class ApiKeySecretsIT {
  private final TestTenant tenant = TestTenant.create();
  private final ApiClient owner = tenant.owner();
  private final JsonNode created = tenant.ownKey("ci", "Viewer");
  private final String secret = created.get("key").asText();
  private final String id = created.at("/api_key/id").asText();
  private final ApiClient keyClient = owner.with(secret);

  private ApiResponse put(Object... members) {
    return owner.put("/auth/keys/" + id, JsonBody.with(JsonBody.of("name", "ci"), members));
  }

  @Test
  void has_the_documented_format() {
    assertThat(secret).matches("scp_u_[0-9A-Za-z]{32}");
  }

  @Test
  void differs_for_every_key() {
    assertThat(tenant.ownKey("ci", "Viewer").get("key").asText()).isNotEqualTo(secret);
  }

  @Test
  void appears_only_in_the_response_that_creates_the_key() {
    assertThat(
            List.of(
                owner.get("/auth/keys/" + id).text(),
                owner.get("/auth/keys").text(),
                put().text(),
                created.get("api_key").toString()))
        .allMatch(text -> text.contains("\"key\":\"**********\"") && !text.contains(secret));
  }

  @Test
  void does_not_appear_in_the_log() {
    keyClient.get("/hosts");
    keyClient.post("/hosts", "{");
    assertThat(SharedBerth.berth().log()).doesNotContain(secret);
  }

  @Test
  void stores_only_the_hash() throws NoSuchAlgorithmException {
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    List<Object> row = Sql.rows("select * from api_key where id = ?", UUID.fromString(id)).get(0);
    assertThat(row).contains(hash).noneMatch(column -> secret.equals(column));
  }

  @Test
  void authenticates_its_key() {
    assertThat(keyClient.get("/organizations").id()).isEqualTo(tenant.organization());
  }

  @Test
  void becomes_invalid_by_rotation() {
    owner.post("/auth/keys/" + id + "/rotate", "").data();
    keyClient.get("/hosts").refused(401, "auth_not_authenticated");
  }

  @Test
  void accepts_the_secret_returned_by_rotation() {
    String next = owner.post("/auth/keys/" + id + "/rotate", "").data().asText();
    assertThat(owner.with(next).get("/hosts").status()).isEqualTo(200);
  }

  @Test
  void rotates_its_own_key() {
    String next = keyClient.post("/auth/keys/" + id + "/rotate", "").data().asText();
    assertThat(owner.with(next).get("/hosts").status()).isEqualTo(200);
  }

  @Test
  void becomes_invalid_when_its_key_is_deleted() {
    owner.delete("/auth/keys/" + id).data();
    keyClient.get("/hosts").refused(401, "auth_not_authenticated");
  }

  @Test
  void becomes_invalid_when_its_key_is_deleted_in_bulk() {
    owner.post("/auth/keys/bulk-delete", List.of(id)).data();
    keyClient.get("/hosts").refused(401, "auth_not_authenticated");
  }

  @Test
  void refuses_an_expired_key() {
    put("expires_at", "2020-01-01T00:00:00Z").data();
    ApiResponse refused = keyClient.get("/hosts").refused(403, "entity_expired");
    assertThat(refused.param("entity")).isEqualTo("UserApiKey");
  }

  @Test
  void accepts_a_key_before_its_expiry() {
    put("expires_at", "2099-01-01T00:00:00Z").data();
    assertThat(keyClient.get("/hosts").status()).isEqualTo(200);
  }

  @Test
  void refuses_a_disabled_key() {
    put("is_enabled", false).data();
    ApiResponse refused = keyClient.get("/hosts").refused(403, "entity_disabled");
    assertThat(refused.param("entity")).isEqualTo("UserApiKey");
  }

  @Test
  void reports_an_expired_and_disabled_key_as_expired() {
    put("is_enabled", false, "expires_at", "2020-01-01T00:00:00Z").data();
    keyClient.get("/hosts").refused(403, "entity_expired");
  }

  @Test
  void accepts_a_key_that_is_enabled_again() {
    put("is_enabled", false).data();
    put("is_enabled", true).data();
    assertThat(keyClient.get("/hosts").status()).isEqualTo(200);
  }

  @Test
  void becomes_invalid_when_its_user_is_deleted() {
    Sql.update("delete from user_account where id = ?", tenant.ownerId());
    keyClient.get("/hosts").refused(401, "auth_not_authenticated");
  }

  /** Waits for the last use of the key, which is written after the response. */
  private String awaitLastUsed() {
    return awaitLastUsed(id);
  }

  private String awaitLastUsed(String key) {
    await().until(() -> !owner.get("/auth/keys/" + key).data().get("last_used").isNull());
    return owner.get("/auth/keys/" + key).text("last_used");
  }

  /** Waits until a later use of another key is stored; by then earlier uses are stored, too. */
  private void awaitOtherUse() {
    JsonNode other = tenant.ownKey("other", "Viewer");
    owner.with(other.get("key").asText()).get("/hosts");
    awaitLastUsed(other.at("/api_key/id").asText());
  }

  @Test
  void stores_the_time_of_its_use() {
    keyClient.get("/hosts");
    assertThat(awaitLastUsed()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,6})?Z");
  }

  @Test
  void stores_the_time_of_its_use_once_a_minute() {
    keyClient.get("/hosts");
    String used = awaitLastUsed();
    keyClient.get("/hosts");
    awaitOtherUse();
    assertThat(owner.get("/auth/keys/" + id).text("last_used")).isEqualTo(used);
  }

  @Test
  void stores_the_time_of_its_use_again_after_a_minute() {
    keyClient.get("/hosts");
    awaitLastUsed();
    UUID key = UUID.fromString(id);
    Sql.update("update api_key set last_used = last_used - 61000000 where id = ?", key);
    long before = Sql.number("select last_used from api_key where id = ?", key);
    keyClient.get("/hosts");
    await()
        .until(
            () ->
                Sql.number("select last_used from api_key where id = ?", key)
                    > before + 60_000_000);
  }

  @Test
  void changes_no_other_column_when_used() {
    String columns = "select name, hash, level, enabled, scoped, created_at, updated_at";
    UUID key = UUID.fromString(id);
    List<Object> before = Sql.rows(columns + " from api_key where id = ?", key).get(0);
    keyClient.get("/hosts");
    awaitLastUsed();
    assertThat(Sql.rows(columns + " from api_key where id = ?", key).get(0))
        .usingRecursiveComparison()
        .isEqualTo(before);
  }

  @Test
  void stores_no_time_of_use_when_refused() {
    put("is_enabled", false).data();
    keyClient.get("/hosts");
    awaitOtherUse();
    assertThat(owner.get("/auth/keys/" + id).data().get("last_used").isNull()).isTrue();
  }

  @Test
  void ignores_last_used_on_put() {
    keyClient.get("/hosts");
    String used = awaitLastUsed();
    assertThat(put("last_used", null).text("last_used")).isEqualTo(used);
  }

  @Test
  void deletes_the_networks_and_tags_of_a_deleted_key() {
    String network = tenant.network().id();
    put("network_ids", List.of(network), "tags", List.of(tenant.tag("t"))).data();
    owner.delete("/auth/keys/" + id).data();
    UUID key = UUID.fromString(id);
    assertThat(
            Sql.rows(
                "select (select count(*) from api_key_network where api_key_id = ?),"
                    + " (select count(*) from tag_assignment where api_key_id = ?)",
                key,
                key))
        .containsExactly(List.of(0L, 0L));
  }
}
