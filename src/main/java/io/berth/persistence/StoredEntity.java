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
 * The id and the times of every stored entity. Ids are UUIDs of version 7, which ascend in the
 * order of creation; times are UTC and whole microseconds, as the schema stores them.
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

  /** A new entity with this id, created now. */
  protected StoredEntity(UUID id) {
    this.id = id;
    this.createdAt = now();
    this.updatedAt = createdAt;
  }

  /** A replacement that keeps the id and the creation time, updated now. */
  protected StoredEntity(UUID id, Instant createdAt) {
    this.id = id;
    this.createdAt = createdAt;
    this.updatedAt = now();
  }

  /** An unchanged copy, for a row that is deleted and inserted again. */
  protected StoredEntity(StoredEntity other) {
    this.id = other.id;
    this.createdAt = other.createdAt;
    this.updatedAt = other.updatedAt;
  }

  /** The id; never changes. */
  public UUID id() {
    return id;
  }

  /** The time of creation. */
  public Instant createdAt() {
    return createdAt;
  }

  /** The time of the last change. */
  public Instant updatedAt() {
    return updatedAt;
  }

  /** Sets the time of the last change to now. */
  protected void touch() {
    updatedAt = now();
  }

  /** A new UUID of version 7. */
  public static UUID newId() {
    return IDS.generate();
  }

  /** The current time in whole microseconds, as the schema stores it. */
  public static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }
}
