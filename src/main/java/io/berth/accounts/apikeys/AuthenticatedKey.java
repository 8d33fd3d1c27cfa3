package io.berth.accounts.apikeys;

import io.berth.accounts.access.Caller.Identity;
import io.berth.persistence.StoredEntity;
import io.berth.refusals.Reason;
import io.berth.refusals.Refusal;
import java.time.Instant;
import java.util.Optional;

/** Whose key it is that a request shows. The key may have ended all the same. */
public record AuthenticatedKey(Identity identity, Instant expiresAt, boolean enabled) {

  /** Why the key can't be used now: it has expired, or else is disabled. Empty if it can. */
  public Optional<Refusal> refusal() {
    if (expiresAt != null && !expiresAt.isAfter(StoredEntity.now())) {
      return Optional.of(
          new Refusal(
              Reason.EXPIRED,
              "The API key expired at "
                  + expiresAt
                  + ". Use another key, or set a later expires_at.",
              "entity",
              "UserApiKey"));
    }
    return enabled
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                Reason.DISABLED,
                "The API key is disabled. Use another key, or enable this one.",
                "entity",
                "UserApiKey"));
  }
}
