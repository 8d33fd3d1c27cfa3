package io.berth.keys;

import io.berth.database.Stored;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** When keys were last used, to the minute: most requests find it noted already. */
@Stateless
public class Uses {
  private static final Duration STEP = Duration.ofMinutes(1);

  @PersistenceContext private EntityManager database;

  /** Whether a use then is so long ago that one now is to be noted. */
  static boolean isLongAgo(Instant use) {
    return use.isBefore(Stored.now().minus(STEP));
  }

  /** Notes a use now, unless another request has just done so; touches nothing else of the key. */
  public void note(UUID keyId) {
    Instant now = Stored.now();
    database
        .createQuery(
            "update ApiKey k set k.lastUsed = :now where k.id = :id"
                + " and (k.lastUsed is null or k.lastUsed < :before)")
        .setParameter("now", now)
        .setParameter("id", keyId)
        .setParameter("before", now.minus(STEP))
        .executeUpdate();
  }
}
