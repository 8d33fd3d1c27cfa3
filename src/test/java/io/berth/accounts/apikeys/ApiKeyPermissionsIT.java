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

/** What a key can access, and that a caller can grant or change only what the caller itself has. */
class ApiKeyPermissionsIT {
  private final TestTenant tenant = TestTenant.create();
  private final ApiClient owner = tenant.owner();
  private final TestNetwork network = tenant.network();
  private final TestNetwork otherNetwork = tenant.network();

  private static Map<String, Object> keyBody(String level, TestNetwork... networks) {
    List<String> ids = Arrays.stream(networks).map(TestNetwork::id).toList();
    return JsonBody.of("name", "k", "permissions", level, "network_ids", ids);
  }

  private String createKey(String level, TestNetwork... networks) {
    return tenant.ownKey("stored", level, networks).at("/api_key/id").asText();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Viewer", "Member", "Admin", "Owner"})
  void limits_a_scoped_key_to_its_networks(String level) {
    assertThat(tenant.key(level, network).get("/networks").ids()).containsExactly(network.id());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Admin", "Owner"})
  void lets_an_unscoped_key_access_every_network(String level) {
    assertThat(tenant.key(level).get("/networks").ids())
        .containsExactly(network.id(), otherNetwork.id());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Admin", "Owner"})
  void lets_an_unscoped_key_access_a_network_created_later(String level) {
    ApiClient key = tenant.key(level);
    TestNetwork later = tenant.network();
    assertThat(key.get("/networks/" + later.id()).id()).isEqualTo(later.id());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Viewer", "Member"})
  void lets_an_unscoped_key_of_a_low_level_access_no_network(String level) {
    assertThat(tenant.key(level).get("/networks").ids()).isEmpty();
  }

  @Test
  void refuses_a_write_with_an_unscoped_key_of_a_low_level() {
    tenant.key("Member").post("/hosts", network.hostBody("h")).refused(403, "entity_access_denied");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Viewer", "Member", "Admin", "Owner"})
  void lets_a_key_whose_only_network_is_deleted_access_no_network(String level) {
    ApiClient key = tenant.key(level, network);
    owner.delete("/networks/" + network.id()).data();
    assertThat(key.get("/networks").ids()).isEmpty();
  }

  @Test
  void limits_a_key_to_the_level_of_its_user() {
    ApiClient key = tenant.key("Owner", network);
    tenant.lowerOwnerTo("VIEWER");
    key.post("/hosts", network.hostBody("h")).refused(403, "auth_permission_denied");
  }

  @Test
  void keeps_the_level_of_a_key_below_that_of_its_user() {
    ApiClient key = tenant.key("Member", network);
    tenant.lowerOwnerTo("ADMIN");
    assertThat(key.post("/hosts", network.hostBody("h")).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"VIEWER", "MEMBER"})
  void lets_an_unscoped_key_access_no_network_when_its_user_is_lowered(String level) {
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
  void refuses_to_create_a_key_above_the_callers_level(String level, String higher) {
    tenant
        .key(level, network)
        .post("/auth/keys", keyBody(higher, network))
        .refused(403, "auth_permission_denied");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Viewer", "Member", "Admin", "Owner"})
  void creates_a_key_of_the_callers_level_and_networks(String level) {
    ApiResponse created = tenant.key(level, network).post("/auth/keys", keyBody(level, network));
    assertThat(created.data().at("/api_key/permissions").asText()).isEqualTo(level);
  }

  @Test
  void refuses_to_create_a_key_for_another_network() {
    tenant
        .key("Admin", network)
        .post("/auth/keys", keyBody("Viewer", network, otherNetwork))
        .refused(403, "entity_access_denied");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Admin", "Owner"})
  void refuses_to_create_an_unscoped_key_with_a_scoped_key(String level) {
    assertThat(tenant.key(level, network, otherNetwork).post("/auth/keys", keyBody(level)).status())
        .isEqualTo(403);
  }

  @Test
  void refuses_to_raise_a_key_above_the_callers_level() {
    String id = createKey("Viewer", network);
    tenant
        .key("Member", network)
        .put("/auth/keys/" + id, keyBody("Admin", network))
        .refused(403, "auth_permission_denied");
  }

  @Test
  void refuses_to_extend_a_key_to_another_network() {
    String id = createKey("Viewer", network);
    tenant
        .key("Member", network)
        .put("/auth/keys/" + id, keyBody("Viewer", otherNetwork))
        .refused(403, "entity_access_denied");
  }

  @Test
  void refuses_to_extend_a_key_to_every_network_with_a_scoped_key() {
    String id = createKey("Admin", network);
    ApiResponse response = tenant.key("Admin", network).put("/auth/keys/" + id, keyBody("Admin"));
    assertThat(response.status()).isEqualTo(403);
  }

  @Test
  void refuses_to_lower_a_key_above_the_callers_level() {
    String id = createKey("Owner", network);
    tenant
        .key("Admin", network)
        .put("/auth/keys/" + id, keyBody("Viewer", network))
        .refused(403, "auth_permission_denied");
  }

  @ParameterizedTest
  @CsvSource({"Owner, true", "Member, false"})
  void refuses_to_rotate_a_key_with_more_permissions(String level, boolean inScope) {
    String id = createKey(level, inScope ? network : otherNetwork);
    ApiResponse response = tenant.key("Admin", network).post("/auth/keys/" + id + "/rotate", "");
    assertThat(response.status()).isEqualTo(403);
  }

  @Test
  void refuses_to_rotate_an_unscoped_key_with_a_scoped_key() {
    String id = createKey("Admin");
    ApiResponse response =
        tenant.key("Admin", network, otherNetwork).post("/auth/keys/" + id + "/rotate", "");
    assertThat(response.status()).isEqualTo(403);
  }

  @Test
  void keeps_the_secret_when_it_refuses_a_rotation() {
    JsonNode strong = tenant.ownKey("strong", "Owner");
    tenant
        .key("Member", network)
        .post("/auth/keys/" + strong.at("/api_key/id").asText() + "/rotate", "");
    assertThat(owner.with(strong.get("key").asText()).get("/hosts").status()).isEqualTo(200);
  }

  @Test
  void does_not_store_a_refused_key() {
    ApiClient member = tenant.key("Member", network);
    long before = countKeys();
    member.post("/auth/keys", keyBody("Owner"));
    member.post("/auth/keys", keyBody("Viewer", otherNetwork));
    assertThat(countKeys()).isEqualTo(before);
  }

  private long countKeys() {
    return Sql.number("select count(*) from api_key where user_id = ?", tenant.ownerId());
  }

  @Test
  void hides_other_networks_from_a_scoped_key() {
    otherNetwork.host().service("web");
    ApiClient key = tenant.key("Owner", network);
    for (String list : List.of("/hosts", "/services", "/bindings", "/ports", "/interfaces")) {
      assertThat(key.get(list).ids()).as(list).isEmpty();
    }
  }

  @Test
  void skips_other_networks_in_a_bulk_delete_with_a_scoped_key() {
    String host = otherNetwork.host().id();
    tenant.key("Owner", network).post("/hosts/bulk-delete", List.of(host)).data();
    assertThat(Sql.number("select count(*) from host where id = ?", UUID.fromString(host))).isOne();
  }
}
