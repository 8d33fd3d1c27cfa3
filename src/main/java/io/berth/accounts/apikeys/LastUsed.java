package io.berth.accounts.apikeys;

import io.berth.persistence.StoredEntity;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Stores the last use of keys with a resolution of one minute, so that most requests write nothing.
 */
@Stateless
public class LastUsed {
  private static final Duration RESOLUTION = Duration.ofMinutes(1);

  @PersistenceContext private EntityManager database;

  /** Whether a use must be stored, given the last stored one, which may be null. */
  static boolean isDue(Instant last) {
    return last == null || last.isBefore(StoredEntity.now().minus(RESOLUTION));
  }

  /**
   * Stores a use unless another node has stored one within the last minute; changes no other
   * column.
   */
  public void store(UUID keyId, Instant use) {
    database
        .createQuery(
            "update ApiKey k set k.lastUsed = :use where k.id = :id"
                + " and (k.lastUsed is null or k.lastUsed < :before)")
        .setParameter("use", use)
        .setParameter("id", keyId)
        .setParameter("before", use.minus(RESOLUTION))
        .executeUpdate();
  }
}
