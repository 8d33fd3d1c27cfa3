package io.berth.users;

import io.berth.access.Level;
import java.time.Instant;
import java.util.UUID;

/** A user on the wire. */
public record UserView(
    UUID id,
    String email,
    Level permissions,
    UUID organizationId,
    Instant createdAt,
    Instant updatedAt) {

  static UserView of(User user) {
    return new UserView(
        user.id(),
        user.email(),
        user.level(),
        user.organizationId(),
        user.createdAt(),
        user.updatedAt());
  }
}
