package io.berth.accounts.apikeys;

import io.berth.accounts.access.Level;
import io.berth.persistence.StoredEntity;
import io.berth.persistence.UuidConverter;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/** An API key of a user. It grants a level on some networks, never more than its user has now. */
@Entity
@Table(name = "api_key")
public class ApiKey extends StoredEntity {
  @Column(name = "user_id")
  private UUID userId;

  private String name;
  private byte[] hash;

  @Enumerated(EnumType.STRING)
  private Level level;

  @Column(name = "expires_at")
  private Instant expiresAt;

  private boolean enabled;

  /** Written by authentication alone, never by this entity. */
  @Column(name = "last_used", insertable = false, updatable = false)
  private Instant lastUsed;

  private boolean scoped;

  @ElementCollection
  @CollectionTable(name = "api_key_network", joinColumns = @JoinColumn(name = "api_key_id"))
  @Column(name = "network_id")
  @Convert(converter = UuidConverter.class)
  private Set<UUID> networkIds = new LinkedHashSet<>();

  /** For JPA. */
  protected ApiKey() {}

  ApiKey(UUID userId, ApiKeySecret secret, NewApiKey wanted) {
    super(newId());
    this.userId = userId;
    this.hash = secret.hash();
    copyFrom(wanted);
  }

  void apply(NewApiKey wanted) {
    copyFrom(wanted);
    touch();
  }

  private void copyFrom(NewApiKey wanted) {
    this.name = wanted.name();
    this.level = wanted.level();
    this.expiresAt = wanted.expiresAt();
    this.enabled = wanted.enabled();
    this.scoped = !wanted.networks().isEmpty();
    this.networkIds.clear();
    this.networkIds.addAll(wanted.networks());
  }

  void rotate(ApiKeySecret secret) {
    this.hash = secret.hash();
    touch();
  }

  /** The user whose key it is; never changes. */
  public UUID userId() {
    return userId;
  }

  /** What its user calls it. */
  public String name() {
    return name;
  }

  /** The level that it grants at most. */
  public Level level() {
    return level;
  }

  /** When it ends, or null. */
  public Instant expiresAt() {
    return expiresAt;
  }

  /** Whether it can be used. */
  public boolean enabled() {
    return enabled;
  }

  /** When it was last used, to the minute, or null. */
  public Instant lastUsed() {
    return lastUsed;
  }

  /** Whether it was given networks; then it reaches those that are left of them, and no others. */
  public boolean scoped() {
    return scoped;
  }
}
