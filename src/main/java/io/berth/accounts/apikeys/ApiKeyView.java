package io.berth.accounts.apikeys;

import io.berth.accounts.access.Level;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An API key as JSON, without its secret. */
public record ApiKeyView(
    UUID id,
    String key,
    String name,
    Level permissions,
    Instant expiresAt,
    Boolean isEnabled,
    List<UUID> networkIds,
    Instant lastUsed,
    UUID userId,
    UUID organizationId,
    List<UUID> tags,
    Instant createdAt,
    Instant updatedAt) {
  private static final String HIDDEN = "**********";

  /** A new key with its secret, which no other response shows. */
  public record WithSecret(ApiKeyView apiKey, String key) {}

  static ApiKeyView of(ApiKey key, UUID organizationId, List<UUID> networkIds, List<UUID> tags) {
    return new ApiKeyView(
        key.id(),
        HIDDEN,
        key.name(),
        key.level(),
        key.expiresAt(),
        key.enabled(),
        networkIds,
        key.lastUsed(),
        key.userId(),
        organizationId,
        tags,
        key.createdAt(),
        key.updatedAt());
  }
}
