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
  void are_those_of_the_organization_by_the_time_of_their_making() {
    String member = tenant.user("MEMBER");
    TestTenant.create();
    assertThat(client.get("/users").ids()).containsExactly(tenant.ownerId().toString(), member);
  }

  @Test
  void have_these_members_and_no_secret() {
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
  void read_as_they_are_listed() {
    assertThat(client.get("/users").data().get(0))
        .isEqualTo(client.get("/users/" + tenant.ownerId()).data());
  }

  @Test
  void tell_their_level_and_address() {
    String viewer = tenant.user("VIEWER");
    var read = client.get("/users/" + viewer);
    assertThat(List.of(read.text("permissions"), read.text("email"), read.text("organization_id")))
        .containsExactly("Viewer", viewer + "@example.org", tenant.organization());
  }

  @Test
  void have_what_strict_clients_require_and_berth_has_not() {
    var read = client.get("/users/" + tenant.user("MEMBER")).data();
    assertThat(
            List.of(
                read.get("network_ids").toString(),
                read.get("email_verified").toString(),
                read.get("terms_accepted_at").toString()))
        .containsExactly("[]", "true", "null");
  }

  @Test
  void of_another_organization_are_unknown() {
    String foreign = TestTenant.create().ownerId().toString();
    client.get("/users/" + foreign).refused(404, "entity_not_found");
  }

  @Test
  void that_are_unknown_are_not_found() {
    client.get("/users/" + Fixture.unknown()).refused(404, "entity_not_found");
  }
}
