package io.berth.persistence.failures;

import io.berth.persistence.errors.LockContention;
import io.berth.refusals.Refusal;
import jakarta.annotation.Resource;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.Optional;
import org.hibernate.validator.engine.HibernateConstraintViolation;

/**
 * Translates exceptions of every EJB to refusals ({@link SqlRefusals}); all others stay as they
 * are. Fires an event for each transaction that contention ends.
 */
public class SqlErrorTranslator {
  @Resource private TransactionSynchronizationRegistry transaction;
  @Inject private Event<LockContention> contentionEvent;
  @Inject private DatabaseFailures failures;
  @Inject private SqlRefusals refusals;

  @AroundInvoke
  Object translate(InvocationContext call) throws Exception {
    boolean first = isFirstOfTransaction();
    try {
      return proceed(call, first);
    } catch (LockContention contention) {
      if (first) {
        contentionEvent.fire(contention);
      }
      throw contention;
    }
  }

  private Object proceed(InvocationContext call, boolean first) throws Exception {
    try {
      return call.proceed();
    } catch (Refusal refusal) {
      throw refusal;
    } catch (ConstraintViolationException violations) {
      if (!first && transaction.getTransactionKey() != null) {
        transaction.setRollbackOnly();
      }
      throw contentionIn(violations).map(RuntimeException.class::cast).orElse(violations);
    } catch (RuntimeException failure) {
      failures.report(failure);
      throw refusals.find(failure).map(RuntimeException.class::cast).orElse(failure);
    }
  }

  /** Whether this is the first call of the transaction, before which nothing is written. */
  private boolean isFirstOfTransaction() {
    if (transaction.getTransactionKey() == null) {
      return false;
    }
    boolean first = transaction.getResource(SqlErrorTranslator.class) == null;
    transaction.putResource(SqlErrorTranslator.class, true);
    return first;
  }

  /** Contention within a validation is not a violation: only as itself is it retried. */
  private static Optional<LockContention> contentionIn(ConstraintViolationException violations) {
    return violations.getConstraintViolations().stream()
        .map(SqlErrorTranslator::refusalIn)
        .filter(LockContention.class::isInstance)
        .map(LockContention.class::cast)
        .findFirst();
  }

  private static Refusal refusalIn(ConstraintViolation<?> violation) {
    HibernateConstraintViolation<?> detailed = violation.unwrap(HibernateConstraintViolation.class);
    return detailed.getDynamicPayload(Refusal.class);
  }
}
