package io.berth.accounts.organizations;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An organization on the wire. Plan, onboarding and payment are always empty: Berth has none, but
 * clients require the members.
 */
public record OrganizationView(
    UUID id,
    String name,
    String plan,
    String planStatus,
    List<String> onboarding,
    String stripeCustomerId,
    Instant createdAt,
    Instant updatedAt) {

  static OrganizationView of(Organization organization) {
    return new OrganizationView(
        organization.id(),
        organization.name(),
        null,
        null,
        List.of(),
        null,
        organization.createdAt(),
        organization.updatedAt());
  }
}
