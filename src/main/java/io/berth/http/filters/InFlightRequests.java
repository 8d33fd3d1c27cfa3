package io.berth.http.filters;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** The requests that are being answered, and whether more are let in. */
@ApplicationScoped
public class InFlightRequests {
  private static final int ALL = Integer.MAX_VALUE;

  private final Semaphore places = new Semaphore(ALL);
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * Lets a request in, unless Berth is closing; who is let in must {@link #leave()}. It takes its
   * place before it looks, so that whoever closes either sees it or is seen by it.
   */
  boolean enter() {
    boolean in = places.tryAcquire();
    if (in && closed.get()) {
      places.release();
      return false;
    }
    return in;
  }

  /** A request has been answered. */
  void leave() {
    places.release();
  }

  /** Lets nothing in from now on; whether it was open until now. */
  public boolean close() {
    return closed.compareAndSet(false, true);
  }

  /** Whether nothing is let in any more. */
  public boolean isClosed() {
    return closed.get();
  }

  /** How many requests are being answered. */
  public int count() {
    return ALL - places.availablePermits();
  }

  /** Waits until all that were let in before the closing have left; whether they have. */
  public boolean awaitNone(Duration longest) throws InterruptedException {
    boolean none = places.tryAcquire(ALL, longest.toNanos(), TimeUnit.NANOSECONDS);
    if (none) {
      places.release(ALL);
    }
    return none;
  }
}
