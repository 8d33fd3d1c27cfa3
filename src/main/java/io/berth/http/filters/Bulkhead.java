package io.berth.http.filters;

import io.berth.refusals.Reason;
import io.berth.refusals.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Limits the number of requests that are processed at once, to fewer than there are database
 * connections. A request releases its permit while it waits for its client; there are more threads
 * than permits, so slow clients do not block others.
 */
@ApplicationScoped
public class Bulkhead {
  private static final int PERMITS = 32;

  /** A request that gets no permit in this time is refused. */
  private static final Duration MAX_WAIT = Duration.ofSeconds(3);

  /** Not fair: a fair semaphore would keep a free permit unused until the next thread wakes up. */
  private final Semaphore permits = new Semaphore(PERMITS);

  /** A permit that is not acquired yet; only the thread of one request may use it. */
  Permit newPermit() {
    return new Permit(permits);
  }

  static final class Permit {
    private final Semaphore permits;
    private boolean held;

    private Permit(Semaphore permits) {
      this.permits = permits;
    }

    /** Waits at most 3 s for the permit, then refuses with {@code unavailable}. */
    void acquire() {
      try {
        held = held || permits.tryAcquire(MAX_WAIT.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
      if (!held) {
        throw new Refusal(
            Reason.UNAVAILABLE, "Too many requests are being processed. Try again later.");
      }
    }

    /** Releases the permit if it is held; otherwise does nothing. */
    void release() {
      if (held) {
        held = false;
        permits.release();
      }
    }
  }
}
