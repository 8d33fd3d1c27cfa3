package io.berth.persistence.errors;

import java.util.Collection;
import java.util.UUID;

/** A deadlock, or a lock that was not granted in time. */
public class LockContention extends RetryableFailure {
  private static final long serialVersionUID = 1;

  public LockContention() {
    super(SqlErrorKind.CONTENTION);
  }

  /** Ends this attempt if a row has changed between a read and the lock. */
  public static void retryUnless(boolean unchanged) {
    if (!unchanged) {
      throw new LockContention();
    }
  }

  /**
   * Returns the number of deleted rows. Ends this attempt if it is less than the number of locked
   * rows: H2 sometimes skips a row whose lock it has waited for, and reports that there was none.
   */
  public static int retryUnlessAll(Collection<UUID> locked, int deleted) {
    retryUnless(deleted == locked.size());
    return deleted;
  }
}
