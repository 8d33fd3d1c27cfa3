package io.berth.persistence.failures;

import io.berth.persistence.errors.DatabaseFailure;
import io.berth.persistence.errors.SqlErrorKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Whether the database responds, by the last check of {@link DatabaseMonitor}: while it does not,
 * requests that need it are refused at once instead of waiting.
 */
@ApplicationScoped
public class DatabaseAvailability {
  private final AtomicBoolean responding = new AtomicBoolean(true);
  private final AtomicBoolean reachable = new AtomicBoolean(true);

  /** Stores the result of a check; returns true when the database stops responding. */
  boolean set(boolean isResponding) {
    reachable.set(isResponding);
    return responding.getAndSet(isResponding) && !isResponding;
  }

  /**
   * A request without a connection is no proof of an outage; readiness stays false until the next
   * check.
   */
  void onFailure(@Observes DatabaseFailure failure) {
    if (failure.kind() == SqlErrorKind.UNREACHABLE) {
      reachable.set(false);
    }
  }

  /** Whether a load balancer should send requests to this node. */
  public boolean isReady() {
    return reachable.get();
  }

  /** Refuses with {@code unavailable} while the database does not respond. */
  public void require() {
    if (!responding.get()) {
      throw SqlErrorKind.UNREACHABLE.refusal();
    }
  }
}
