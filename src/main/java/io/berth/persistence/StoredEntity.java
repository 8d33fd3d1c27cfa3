package io.berth.persistence;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * What every stored entity has: an identity and two times. Identities are UUIDs of version 7, so
 * that they ascend in the order of their making; times are UTC and whole microseconds, as the
 * schema keeps them.
 */
@MappedSuperclass
public abstract class StoredEntity {
  private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

  @Id private UUID id;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  /** For JPA. */
  protected StoredEntity() {}

  /** Something new, made now, with this identity. */
  protected StoredEntity(UUID id) {
    this.id = id;
    this.createdAt = now();
    this.updatedAt = createdAt;
  }

  /** Something changed now that keeps the identity and the time of its making. */
  protected StoredEntity(UUID id, Instant createdAt) {
    this.id = id;
    this.createdAt = createdAt;
    this.updatedAt = now();
  }

  /** The same again, unchanged: where its row had to give way for a moment. */
  protected StoredEntity(StoredEntity same) {
    this.id = same.id;
    this.createdAt = same.createdAt;
    this.updatedAt = same.updatedAt;
  }

  /** The identity; never changes. */
  public UUID id() {
    return id;
  }

  /** When it was made. */
  public Instant createdAt() {
    return createdAt;
  }

  /** When it last changed. */
  public Instant updatedAt() {
    return updatedAt;
  }

  /** Marks a change. */
  protected void touch() {
    updatedAt = now();
  }

  /** A fresh identity. */
  public static UUID newId() {
    return IDS.generate();
  }

  /** The present, in the whole microseconds that the schema keeps. */
  public static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }
}
