package io.berth.accounts.apikeys;

import io.berth.accounts.access.Level;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.groups.Default;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;

/**
 * What a key is made of, and what a PUT replaces; there, absent tags are kept. A key is not made
 * when it would have expired already; a PUT may end it at once, and change one that has ended.
 */
public record NewApiKey(
    @NotNull @CodePointLength(max = 100) String name,
    Level permissions,
    @Future(groups = Creation.class, message = "must be in the future") Instant expiresAt,
    Boolean isEnabled,
    List<@NotNull UUID> networkIds,
    List<@NotNull UUID> tags) {

  /** What holds of a new key besides. */
  interface Creation extends Default {}

  Level level() {
    return permissions == null ? Level.VIEWER : permissions;
  }

  boolean enabled() {
    return isEnabled == null || isEnabled;
  }

  Set<UUID> networks() {
    return networkIds == null ? Set.of() : new LinkedHashSet<>(networkIds);
  }
}
