package io.berth.accounts.users;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.ApiClient;
import io.berth.testing.Fixture;
import io.berth.testing.TestTenant;
import java.util.List;
import org.junit.jupiter.api.Test;

class UsersIT {
  private final TestTenant tenant = TestTenant.create();
  private final ApiClient client = tenant.owner();

  @Test
  void lists_the_users_of_the_organization_by_created_at() {
    String member = tenant.user("MEMBER");
    TestTenant.create();
    assertThat(client.get("/users").ids()).containsExactly(tenant.ownerId().toString(), member);
  }

  @Test
  void returns_these_members_and_no_secret() {
    assertThat(client.get("/users/" + tenant.ownerId()).members())
        .containsExactly(
            "created_at",
            "email",
            "email_verified",
            "id",
            "network_ids",
            "organization_id",
            "permissions",
            "terms_accepted_at",
            "updated_at");
  }

  @Test
  void returns_the_same_user_as_the_list() {
    assertThat(client.get("/users").data().get(0))
        .isEqualTo(client.get("/users/" + tenant.ownerId()).data());
  }

  @Test
  void returns_level_and_email() {
    String viewer = tenant.user("VIEWER");
    var user = client.get("/users/" + viewer);
    assertThat(List.of(user.text("permissions"), user.text("email"), user.text("organization_id")))
        .containsExactly("Viewer", viewer + "@example.org", tenant.organization());
  }

  @Test
  void returns_constant_values_for_members_required_by_clients() {
    var user = client.get("/users/" + tenant.user("MEMBER")).data();
    assertThat(
            List.of(
                user.get("network_ids").toString(),
                user.get("email_verified").toString(),
                user.get("terms_accepted_at").toString()))
        .containsExactly("[]", "true", "null");
  }

  @Test
  void does_not_find_a_user_of_another_organization() {
    String userOfOtherTenant = TestTenant.create().ownerId().toString();
    client.get("/users/" + userOfOtherTenant).refused(404, "entity_not_found");
  }

  @Test
  void does_not_find_an_unknown_user() {
    client.get("/users/" + Fixture.unknown()).refused(404, "entity_not_found");
  }
}
