package io.berth.accounts.users;

import io.berth.accounts.access.Level;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A user on the wire. Some members are there because clients require them: no user is limited to
 * networks, every address counts as verified, and there are no terms to accept.
 */
public record UserView(
    UUID id,
    String email,
    Level permissions,
    UUID organizationId,
    List<UUID> networkIds,
    boolean emailVerified,
    Instant termsAcceptedAt,
    Instant createdAt,
    Instant updatedAt) {

  static UserView of(User user) {
    return new UserView(
        user.id(),
        user.email(),
        user.level(),
        user.organizationId(),
        List.of(),
        true,
        null,
        user.createdAt(),
        user.updatedAt());
  }
}
