package io.berth.accounts.apikeys;

import io.berth.persistence.StoredEntity;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** When keys were last used, to the minute: most requests find it stored already. */
@Stateless
public class LastUsed {
  private static final Duration STEP = Duration.ofMinutes(1);

  @PersistenceContext private EntityManager database;

  /** Whether a use is to be stored of a key whose last one is this; null if there was none. */
  static boolean isDue(Instant last) {
    return last == null || last.isBefore(StoredEntity.now().minus(STEP));
  }

  /** Stores a use, unless another node has just done so; touches nothing else of the key. */
  public void store(UUID keyId, Instant use) {
    database
        .createQuery(
            "update ApiKey k set k.lastUsed = :use where k.id = :id"
                + " and (k.lastUsed is null or k.lastUsed < :before)")
        .setParameter("use", use)
        .setParameter("id", keyId)
        .setParameter("before", use.minus(STEP))
        .executeUpdate();
  }
}
