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
 * The body of POST and PUT. A PUT without {@code tags} keeps the tags. On POST {@code expires_at}
 * must be in the future; a PUT can change an expired key, and can expire one at once.
 */
public record NewApiKey(
    @NotNull @CodePointLength(max = 100) String name,
    Level permissions,
    @Future(groups = Creation.class, message = "must be in the future") Instant expiresAt,
    Boolean isEnabled,
    List<@NotNull UUID> networkIds,
    List<@NotNull UUID> tags) {

  /** The constraints that apply only to POST. */
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
