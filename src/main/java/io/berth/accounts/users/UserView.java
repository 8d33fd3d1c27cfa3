package io.berth.accounts.users;

import io.berth.accounts.access.Level;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A user as JSON. Clients require some members that are constant: {@code network_ids} is always
 * empty, {@code email_verified} true and {@code terms_accepted_at} null.
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
