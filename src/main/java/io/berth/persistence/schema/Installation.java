package io.berth.persistence.schema;

import io.berth.persistence.InstantConverter;
import io.berth.persistence.StoredEntity;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;

/** The one row that remembers whether the first start has been. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Installation {
  @PersistenceContext private EntityManager database;

  /**
   * Whether this is the first start; true once, for the transaction that then commits. Whoever asks
   * at the same time waits for it.
   */
  public boolean isFirstStart() {
    Query claim =
        database
            .createNativeQuery(
                "update installation set founded_at = ?1 where id = 1 and founded_at is null")
            .setParameter(1, new InstantConverter().convertToDatabaseColumn(StoredEntity.now()));
    return claim.executeUpdate() == 1;
  }
}
