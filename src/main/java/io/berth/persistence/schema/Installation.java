package io.berth.persistence.schema;

import io.berth.persistence.InstantConverter;
import io.berth.persistence.StoredEntity;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;

/** The row that records whether the first start has happened. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Installation {
  @PersistenceContext private EntityManager database;

  /**
   * Claims the first start: true once, for the transaction that then commits. A concurrent call
   * waits for that transaction.
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
