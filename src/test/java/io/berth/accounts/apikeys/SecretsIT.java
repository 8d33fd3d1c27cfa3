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

/** The secret of a key: shown once, stored as a hash, and usable as long as the key is. */
class SecretsIT {
  private final TestTenant tenant = TestTenant.create();
  private final ApiClient owner = tenant.owner();
  private final JsonNode made = tenant.ownKey("ci", "Viewer");
  private final String secret = made.get("key").asText();
  private final String id = made.at("/api_key/id").asText();
  private final ApiClient holder = owner.with(secret);

  private ApiResponse put(Object... members) {
    return owner.put("/auth/keys/" + id, JsonBody.with(JsonBody.of("name", "ci"), members));
  }

  @Test
  void has_the_form_of_the_contract() {
    assertThat(secret).matches("scp_u_[0-9A-Za-z]{32}");
  }

  @Test
  void is_another_for_every_key() {
    assertThat(tenant.ownKey("ci", "Viewer").get("key").asText()).isNotEqualTo(secret);
  }

  @Test
  void is_shown_nowhere_but_where_it_is_made() {
    assertThat(
            List.of(
                owner.get("/auth/keys/" + id).text(),
                owner.get("/auth/keys").text(),
                put().text(),
                made.get("api_key").toString()))
        .allMatch(text -> text.contains("\"key\":\"**********\"") && !text.contains(secret));
  }

  @Test
  void is_not_in_the_log() {
    holder.get("/hosts");
    holder.post("/hosts", "{");
    assertThat(SharedBerth.berth().log()).doesNotContain(secret);
  }

  @Test
  void is_stored_as_its_hash_alone() throws NoSuchAlgorithmException {
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    List<Object> row = Sql.rows("select * from api_key where id = ?", UUID.fromString(id)).get(0);
    assertThat(row).contains(hash).noneMatch(column -> secret.equals(column));
  }

  @Test
  void opens_what_its_key_grants() {
    assertThat(holder.get("/organizations").id()).isEqualTo(tenant.organization());
  }

  @Test
  void is_dead_when_rotated() {
    owner.post("/auth/keys/" + id + "/rotate", "").data();
    holder.get("/hosts").refused(401, "auth_not_authenticated");
  }

  @Test
  void is_followed_by_the_one_that_rotation_answers() {
    String next = owner.post("/auth/keys/" + id + "/rotate", "").data().asText();
    assertThat(owner.with(next).get("/hosts").status()).isEqualTo(200);
  }

  @Test
  void can_rotate_its_own_key() {
    String next = holder.post("/auth/keys/" + id + "/rotate", "").data().asText();
    assertThat(owner.with(next).get("/hosts").status()).isEqualTo(200);
  }

  @Test
  void is_dead_when_its_key_is_deleted() {
    owner.delete("/auth/keys/" + id).data();
    holder.get("/hosts").refused(401, "auth_not_authenticated");
  }

  @Test
  void is_dead_when_its_key_is_deleted_in_bulk() {
    owner.post("/auth/keys/bulk-delete", List.of(id)).data();
    holder.get("/hosts").refused(401, "auth_not_authenticated");
  }

  @Test
  void is_refused_when_its_key_has_expired() {
    put("expires_at", "2020-01-01T00:00:00Z").data();
    ApiResponse refused = holder.get("/hosts").refused(403, "entity_expired");
    assertThat(refused.param("entity")).isEqualTo("UserApiKey");
  }

  @Test
  void is_taken_until_its_key_expires() {
    put("expires_at", "2099-01-01T00:00:00Z").data();
    assertThat(holder.get("/hosts").status()).isEqualTo(200);
  }

  @Test
  void is_refused_when_its_key_is_disabled() {
    put("is_enabled", false).data();
    ApiResponse refused = holder.get("/hosts").refused(403, "entity_disabled");
    assertThat(refused.param("entity")).isEqualTo("UserApiKey");
  }

  @Test
  void is_refused_as_expired_before_disabled() {
    put("is_enabled", false, "expires_at", "2020-01-01T00:00:00Z").data();
    holder.get("/hosts").refused(403, "entity_expired");
  }

  @Test
  void is_taken_again_when_its_key_is_enabled_again() {
    put("is_enabled", false).data();
    put("is_enabled", true).data();
    assertThat(holder.get("/hosts").status()).isEqualTo(200);
  }

  @Test
  void is_dead_with_its_user() {
    Sql.update("delete from user_account where id = ?", tenant.ownerId());
    holder.get("/hosts").refused(401, "auth_not_authenticated");
  }

  /** The time of the key's use, which is stored after the answer. */
  private String lastUsed() {
    return lastUsed(id);
  }

  private String lastUsed(String key) {
    await().until(() -> !owner.get("/auth/keys/" + key).data().get("last_used").isNull());
    return owner.get("/auth/keys/" + key).text("last_used");
  }

  /** Waits until a later use of another key is stored: what was to be stored before is. */
  private void awaitOtherUse() {
    JsonNode other = tenant.ownKey("other", "Viewer");
    owner.with(other.get("key").asText()).get("/hosts");
    lastUsed(other.at("/api_key/id").asText());
  }

  @Test
  void leaves_the_time_of_its_use() {
    holder.get("/hosts");
    assertThat(lastUsed()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,6})?Z");
  }

  @Test
  void leaves_the_time_of_its_use_once_a_minute() {
    holder.get("/hosts");
    String used = lastUsed();
    holder.get("/hosts");
    awaitOtherUse();
    assertThat(owner.get("/auth/keys/" + id).text("last_used")).isEqualTo(used);
  }

  @Test
  void leaves_the_time_of_its_use_again_after_a_minute() {
    holder.get("/hosts");
    lastUsed();
    UUID key = UUID.fromString(id);
    Sql.update("update api_key set last_used = last_used - 61000000 where id = ?", key);
    long before = Sql.number("select last_used from api_key where id = ?", key);
    holder.get("/hosts");
    await()
        .until(
            () ->
                Sql.number("select last_used from api_key where id = ?", key)
                    > before + 60_000_000);
  }

  @Test
  void changes_nothing_else_of_its_key_when_used() {
    String columns = "select name, hash, level, enabled, scoped, created_at, updated_at";
    UUID key = UUID.fromString(id);
    List<Object> before = Sql.rows(columns + " from api_key where id = ?", key).get(0);
    holder.get("/hosts");
    lastUsed();
    assertThat(Sql.rows(columns + " from api_key where id = ?", key).get(0))
        .usingRecursiveComparison()
        .isEqualTo(before);
  }

  @Test
  void leaves_no_time_of_use_when_refused() {
    put("is_enabled", false).data();
    holder.get("/hosts");
    awaitOtherUse();
    assertThat(owner.get("/auth/keys/" + id).data().get("last_used").isNull()).isTrue();
  }

  @Test
  void takes_nothing_of_the_time_of_its_use_on_put() {
    holder.get("/hosts");
    String used = lastUsed();
    assertThat(put("last_used", null).text("last_used")).isEqualTo(used);
  }

  @Test
  void takes_its_networks_and_tags_along() {
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
