package io.berth.answers;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;

/**
 * How many requests are worked on at once: fewer than there are connections to the database, so
 * that none waits for one. A request that waits for its client leaves its desk to others meanwhile;
 * hence there are more threads than desks, and slow clients stop nobody.
 */
@ApplicationScoped
public class Desks {
  private static final int ALL = 32;

  /**
   * Whoever comes when one is free gets it before those who wait: by strict turns it would stand
   * empty until the next one is awake.
   */
  private final Semaphore free = new Semaphore(ALL);

  /** Waits for a desk. */
  void take() {
    free.acquireUninterruptibly();
  }

  /** Leaves the desk to others. */
  void leave() {
    free.release();
  }
}
