package io.berth.persistence.errors;

import java.util.Collection;
import java.util.UUID;

/** A deadlock, or a lock that was not granted in time. */
public class LockContention extends RetryableFailure {
  private static final long serialVersionUID = 1;

  public LockContention() {
    super(SqlErrorKind.CONTENTION);
  }

  /** Gives up this try if what was read before the lock is no longer so. */
  public static void retryUnless(boolean unchanged) {
    if (!unchanged) {
      throw new LockContention();
    }
  }

  /**
   * How many rows were deleted. Gives up this try if they are fewer than were locked: H2 now and
   * then passes over a row whose lock it has waited for, and says that there was none.
   */
  public static int retryUnlessAll(Collection<UUID> locked, int deleted) {
    retryUnless(deleted == locked.size());
    return deleted;
  }
}
