package io.berth.http.filters;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Counts the requests in flight, and refuses new ones after {@link #close()}. */
@ApplicationScoped
public class InFlightRequests {
  private static final int MAX_REQUESTS = Integer.MAX_VALUE;

  private final Semaphore permits = new Semaphore(MAX_REQUESTS);
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * Returns false after {@link #close()}; a request that entered must {@link #leave()}. The permit
   * is acquired before the flag is read, so that {@link #awaitNone} cannot miss a request that read
   * the flag as open.
   */
  boolean enter() {
    boolean acquired = permits.tryAcquire();
    if (acquired && closed.get()) {
      permits.release();
      return false;
    }
    return acquired;
  }

  void leave() {
    permits.release();
  }

  /** Refuses all further requests; returns false if it was closed before. */
  public boolean close() {
    return closed.compareAndSet(false, true);
  }

  public boolean isClosed() {
    return closed.get();
  }

  /** The number of requests in flight. */
  public int count() {
    return MAX_REQUESTS - permits.availablePermits();
  }

  /** Waits for all requests that entered before {@link #close()}; returns false after a timeout. */
  public boolean awaitNone(Duration timeout) throws InterruptedException {
    boolean none = permits.tryAcquire(MAX_REQUESTS, timeout.toNanos(), TimeUnit.NANOSECONDS);
    if (none) {
      permits.release(MAX_REQUESTS);
    }
    return none;
  }
}
