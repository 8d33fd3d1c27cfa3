package io.berth.persistence.failures;

import io.berth.persistence.errors.DatabaseFailure;
import io.berth.persistence.errors.SqlErrorKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Whether the database answers, by what {@link DatabaseMonitor} saw last: what needs the database
 * is refused at once as long as it does not, instead of waiting for it.
 */
@ApplicationScoped
public class DatabaseAvailability {
  private final AtomicBoolean answers = new AtomicBoolean(true);
  private final AtomicBoolean reachable = new AtomicBoolean(true);

  /** Notes what the monitor has seen; whether it is the first time that there is no answer. */
  boolean set(boolean now) {
    reachable.set(now);
    return answers.getAndSet(now) && !now;
  }

  /** A request that got no connection is no proof; until the monitor has looked, it is a doubt. */
  void onFailure(@Observes DatabaseFailure failure) {
    if (failure.kind() == SqlErrorKind.UNREACHABLE) {
      reachable.set(false);
    }
  }

  /** Whether requests should come here. */
  public boolean isReady() {
    return reachable.get();
  }

  /** Refuses, with {@code unavailable}, while the database does not answer. */
  public void require() {
    if (!answers.get()) {
      throw SqlErrorKind.UNREACHABLE.refusal();
    }
  }
}
