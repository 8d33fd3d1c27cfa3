package io.berth.accounts.apikeys;

import io.berth.accounts.access.Caller.Identity;
import io.berth.persistence.StoredEntity;
import io.berth.refusals.Reason;
import io.berth.refusals.Refusal;
import java.time.Instant;
import java.util.Optional;

/** The key of a request with its identity. The key may be expired or disabled. */
public record AuthenticatedKey(Identity identity, Instant expiresAt, boolean enabled) {

  /** The refusal if the key has expired or, if not, is disabled; empty if it can be used. */
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
