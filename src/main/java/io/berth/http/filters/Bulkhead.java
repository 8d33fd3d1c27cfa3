package io.berth.http.filters;

import io.berth.refusals.Reason;
import io.berth.refusals.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Limits how many requests are worked on at once, to fewer than there are connections to the
 * database. A request that waits for its client gives its permit back meanwhile; hence there are
 * more threads than permits, and slow clients hold up no others.
 */
@ApplicationScoped
public class Bulkhead {
  private static final int PERMITS = 32;

  /** A request that gets no permit in this time is refused. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

  /** Not fair: in strict turns a free permit would wait until the next thread is awake. */
  private final Semaphore free = new Semaphore(PERMITS);

  /** The permit of one request, not acquired yet; for the thread of that request alone. */
  Permit newPermit() {
    return new Permit(free);
  }

  /** A permit to work. */
  static final class Permit {
    private final Semaphore free;
    private boolean held;

    private Permit(Semaphore free) {
      this.free = free;
    }

    /** Waits for the permit, for 3 s at most; then refuses with {@code unavailable}. */
    void acquire() {
      try {
        held = held || free.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
      if (!held) {
        throw new Refusal(
            Reason.UNAVAILABLE, "Too many requests are being processed. Try again later.");
      }
    }

    /** Gives the permit back, if it is held. */
    void release() {
      if (held) {
        held = false;
        free.release();
      }
    }
  }
}
