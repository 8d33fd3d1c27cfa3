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

/**
 * An API key of a user. It grants a level on some networks, limited by the current level of the
 * user.
 */
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

  /** Written only by {@link LastUsed}, never by this entity. */
  @Column(name = "last_used", insertable = false, updatable = false)
  private Instant lastUsed;

  private boolean scoped;

  @ElementCollection
  @CollectionTable(name = "api_key_network", joinColumns = @JoinColumn(name = "api_key_id"))
  @Column(name = "network_id")
  @Convert(converter = UuidConverter.class)
  private Set<UUID> networkIds = new LinkedHashSet<>();

  /** Required by JPA. */
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

  /** The user that owns the key; never changes. */
  public UUID userId() {
    return userId;
  }

  public String name() {
    return name;
  }

  /** The highest level that the key grants. */
  public Level level() {
    return level;
  }

  /** The time from which the key is refused, or null. */
  public Instant expiresAt() {
    return expiresAt;
  }

  public boolean enabled() {
    return enabled;
  }

  /** The last use to the minute, or null. */
  public Instant lastUsed() {
    return lastUsed;
  }

  /**
   * Whether the key is limited to networks; it stays limited when all of them have been deleted.
   */
  public boolean scoped() {
    return scoped;
  }
}
