package io.berth.accounts.apikeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.testing.ApiClient;
import io.berth.testing.ApiResponse;
import io.berth.testing.JsonBody;
import io.berth.testing.Sql;
import io.berth.testing.TestNetwork;
import io.berth.testing.TestTenant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a key reaches, and that nobody grants, or takes over, more than he has. */
class GrantsIT {
  private final TestTenant tenant = TestTenant.create();
  private final ApiClient owner = tenant.owner();
  private final TestNetwork one = tenant.network();
  private final TestNetwork two = tenant.network();

  private static Map<String, Object> key(String level, TestNetwork... networks) {
    List<String> ids = Arrays.stream(networks).map(TestNetwork::id).toList();
    return JsonBody.of("name", "k", "permissions", level, "network_ids", ids);
  }

  private String stored(String level, TestNetwork... networks) {
    return tenant.ownKey("stored", level, networks).at("/api_key/id").asText();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Viewer", "Member", "Admin", "Owner"})
  void a_scoped_key_reaches_its_networks(String level) {
    assertThat(tenant.key(level, one).get("/networks").ids()).containsExactly(one.id());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Admin", "Owner"})
  void an_unscoped_key_reaches_every_network(String level) {
    assertThat(tenant.key(level).get("/networks").ids()).containsExactly(one.id(), two.id());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Admin", "Owner"})
  void an_unscoped_key_reaches_a_network_that_is_made_later(String level) {
    ApiClient key = tenant.key(level);
    TestNetwork later = tenant.network();
    assertThat(key.get("/networks/" + later.id()).id()).isEqualTo(later.id());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Viewer", "Member"})
  void an_unscoped_key_of_a_low_level_reaches_none(String level) {
    assertThat(tenant.key(level).get("/networks").ids()).isEmpty();
  }

  @Test
  void an_unscoped_key_of_a_low_level_writes_nowhere() {
    tenant.key("Member").post("/hosts", one.hostBody("h")).refused(403, "entity_access_denied");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Viewer", "Member", "Admin", "Owner"})
  void a_key_whose_only_network_is_deleted_reaches_nothing(String level) {
    ApiClient key = tenant.key(level, one);
    owner.delete("/networks/" + one.id()).data();
    assertThat(key.get("/networks").ids()).isEmpty();
  }

  @Test
  void a_key_is_lowered_with_its_user() {
    ApiClient key = tenant.key("Owner", one);
    tenant.lowerOwnerTo("VIEWER");
    key.post("/hosts", one.hostBody("h")).refused(403, "auth_permission_denied");
  }

  @Test
  void a_key_keeps_its_own_level_when_its_user_is_lowered_less() {
    ApiClient key = tenant.key("Member", one);
    tenant.lowerOwnerTo("ADMIN");
    assertThat(key.post("/hosts", one.hostBody("h")).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"VIEWER", "MEMBER"})
  void an_unscoped_key_reaches_none_when_its_user_is_lowered(String level) {
    ApiClient key = tenant.key("Admin");
    tenant.lowerOwnerTo(level);
    assertThat(key.get("/networks").ids()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Viewer, Member",
    "Viewer, Admin",
    "Viewer, Owner",
    "Member, Admin",
    "Member, Owner",
    "Admin, Owner"
  })
  void nobody_makes_a_key_above_his_level(String level, String higher) {
    tenant
        .key(level, one)
        .post("/auth/keys", key(higher, one))
        .refused(403, "auth_permission_denied");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Viewer", "Member", "Admin", "Owner"})
  void everybody_makes_a_key_of_his_level_and_networks(String level) {
    ApiResponse made = tenant.key(level, one).post("/auth/keys", key(level, one));
    assertThat(made.data().at("/api_key/permissions").asText()).isEqualTo(level);
  }

  @Test
  void nobody_makes_a_key_for_a_network_outside_his() {
    tenant
        .key("Admin", one)
        .post("/auth/keys", key("Viewer", one, two))
        .refused(403, "entity_access_denied");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Admin", "Owner"})
  void nobody_makes_a_key_for_every_network_who_reaches_some(String level) {
    assertThat(tenant.key(level, one, two).post("/auth/keys", key(level)).status()).isEqualTo(403);
  }

  @Test
  void nobody_raises_a_key_above_his_level() {
    String id = stored("Viewer", one);
    tenant
        .key("Member", one)
        .put("/auth/keys/" + id, key("Admin", one))
        .refused(403, "auth_permission_denied");
  }

  @Test
  void nobody_widens_a_key_beyond_his_networks() {
    String id = stored("Viewer", one);
    tenant
        .key("Member", one)
        .put("/auth/keys/" + id, key("Viewer", two))
        .refused(403, "entity_access_denied");
  }

  @Test
  void nobody_widens_a_key_to_every_network_who_reaches_some() {
    String id = stored("Admin", one);
    ApiResponse answer = tenant.key("Admin", one).put("/auth/keys/" + id, key("Admin"));
    assertThat(answer.status()).isEqualTo(403);
  }

  @Test
  void nobody_lowers_a_key_above_his_level() {
    String id = stored("Owner", one);
    tenant
        .key("Admin", one)
        .put("/auth/keys/" + id, key("Viewer", one))
        .refused(403, "auth_permission_denied");
  }

  @ParameterizedTest
  @CsvSource({"Owner, true", "Member, false"})
  void nobody_rotates_a_key_that_has_more_than_he(String level, boolean hisNetwork) {
    String id = stored(level, hisNetwork ? one : two);
    ApiResponse answer = tenant.key("Admin", one).post("/auth/keys/" + id + "/rotate", "");
    assertThat(answer.status()).isEqualTo(403);
  }

  @Test
  void nobody_rotates_a_key_for_every_network_who_reaches_some() {
    String id = stored("Admin");
    ApiResponse answer = tenant.key("Admin", one, two).post("/auth/keys/" + id + "/rotate", "");
    assertThat(answer.status()).isEqualTo(403);
  }

  @Test
  void a_refused_rotation_leaves_the_secret() {
    JsonNode strong = tenant.ownKey("strong", "Owner");
    tenant
        .key("Member", one)
        .post("/auth/keys/" + strong.at("/api_key/id").asText() + "/rotate", "");
    assertThat(owner.with(strong.get("key").asText()).get("/hosts").status()).isEqualTo(200);
  }

  @Test
  void a_refused_key_is_not_stored() {
    ApiClient member = tenant.key("Member", one);
    long before = keys();
    member.post("/auth/keys", key("Owner"));
    member.post("/auth/keys", key("Viewer", two));
    assertThat(keys()).isEqualTo(before);
  }

  private long keys() {
    return Sql.number("select count(*) from api_key where user_id = ?", tenant.ownerId());
  }

  @Test
  void a_scoped_key_sees_nothing_of_the_other_networks() {
    two.host().service("web");
    ApiClient key = tenant.key("Owner", one);
    for (String list : List.of("/hosts", "/services", "/bindings", "/ports", "/interfaces")) {
      assertThat(key.get(list).ids()).as(list).isEmpty();
    }
  }

  @Test
  void a_scoped_key_deletes_nothing_in_bulk_of_the_other_networks() {
    String host = two.host().id();
    tenant.key("Owner", one).post("/hosts/bulk-delete", List.of(host)).data();
    assertThat(Sql.number("select count(*) from host where id = ?", UUID.fromString(host))).isOne();
  }
}
