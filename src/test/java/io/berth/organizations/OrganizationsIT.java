package io.berth.organizations;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.Tenant;
import org.junit.jupiter.api.Test;

class OrganizationsIT {
  private final Tenant tenant = Tenant.found();

  @Test
  void is_shown_with_all_its_members() {
    assertThat(tenant.owner().get("/organizations").members())
        .containsExactly("created_at", "id", "name", "updated_at");
  }

  @Test
  void is_the_callers_own() {
    assertThat(tenant.owner().get("/organizations").id()).isEqualTo(tenant.organization());
  }
}
