package io.berth.persistence.failures;

import io.berth.persistence.errors.LockContention;
import io.berth.refusals.Refusal;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.validation.ConstraintViolationException;
import java.util.Optional;

/**
 * Translates a commit that failed, as {@link SqlErrorTranslator} translates statements. It runs
 * inside of the retries of MicroProfile Fault Tolerance, whose interceptor has the priority 4010.
 */
@Interceptor
@TranslateCommitFailures
@Priority(Interceptor.Priority.PLATFORM_AFTER + 100)
public class CommitFailureTranslator {
  @Inject private DatabaseFailures failures;
  @Inject private Event<LockContention> contended;

  @AroundInvoke
  Object translate(InvocationContext call) throws Exception {
    try {
      return call.proceed();
    } catch (Refusal | ConstraintViolationException refused) {
      throw refused;
    } catch (RuntimeException failure) {
      Optional<Refusal> refusal = failures.refusalAtCommit(failure);
      if (refusal.orElse(null) instanceof LockContention contention) {
        contended.fire(contention);
      }
      throw refusal.map(RuntimeException.class::cast).orElse(failure);
    }
  }
}
