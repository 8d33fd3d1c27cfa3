package io.berth.database;

import io.berth.problems.Reason;
import io.berth.problems.Refusal;

/**
 * A deadlock or a lock that did not come in time. The transaction is rolled back and may simply be
 * tried again; a caller sees this only when several tries have failed.
 */
public class Contention extends Refusal {
  private static final long serialVersionUID = 1;

  Contention() {
    super(Reason.UNAVAILABLE, "Too many writers at once; try again.");
  }

  /** Gives up this try if what was read before the lock is no longer so. */
  public static void unless(boolean still) {
    if (!still) {
      throw new Contention();
    }
  }
}
