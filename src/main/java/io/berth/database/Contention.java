package io.berth.database;

/** A deadlock, or a lock that was not granted in time. */
public class Contention extends RetryableFailure {
  private static final long serialVersionUID = 1;

  Contention() {
    super(SqlErrorKind.CONTENTION);
  }

  /** Gives up this try if what was read before the lock is no longer so. */
  public static void unless(boolean still) {
    if (!still) {
      throw new Contention();
    }
  }
}
