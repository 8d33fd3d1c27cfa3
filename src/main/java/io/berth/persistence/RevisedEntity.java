package io.berth.persistence;

import jakarta.persistence.MappedSuperclass;
import java.util.UUID;

/**
 * An entity that rules about other rows depend on. Every transaction that writes it, or a row below
 * it, increments its revision: of two such transactions on two primaries of a cluster, which row
 * locks do not reach, only one can commit.
 */
@MappedSuperclass
public abstract class RevisedEntity extends StoredEntity {
  private long revision;

  /** For JPA. */
  protected RevisedEntity() {}

  /** A new entity of revision 0. */
  protected RevisedEntity(UUID id) {
    super(id);
  }

  @Override
  protected void touch() {
    super.touch();
    revision++;
  }
}
