package io.berth.organizations;

import java.time.Instant;
import java.util.UUID;

/** An organization on the wire. */
public record OrganizationView(UUID id, String name, Instant createdAt, Instant updatedAt) {

  static OrganizationView of(Organization organization) {
    return new OrganizationView(
        organization.id(), organization.name(), organization.createdAt(), organization.updatedAt());
  }
}
