package io.berth.accounts.organizations;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An organization as JSON. Clients require the members for plan, onboarding and payment; Berth has
 * none, so they are always null or empty.
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
