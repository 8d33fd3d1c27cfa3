package io.berth.persistence.h2;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.RandomAccessStore;

/**
 * Keeps the file of the embedded database small while it is open. Each commit appends the pages
 * that it has changed, some 20 KiB; H2 writes the live rest of old ones together in the background,
 * but not with {@code WRITE_DELAY=0}. So this does, by the methods that H2 has for it.
 *
 * <p>It ends with the store: H2 closes that with the last connection, or when a write fails.
 */
final class StoreCompaction {
  private static final Logger LOG = Logger.getLogger(StoreCompaction.class.getName());

  private static final int PAUSE_MILLIS = 200;

  /** The live share of the file, in per cent, below which there is something to do. */
  private static final int FILL_RATE = 50;

  /** Bytes that one round writes at most; writers wait so long. */
  private static final int ROUND = 256 << 10;

  /**
   * Commits for which one round may be run: it writes as much as they did, at most. So what is
   * written stays in proportion to what is stored, and nothing is written for nothing; H2 counts
   * what a round leaves behind as waste for {@code VERSIONS_KEPT} commits.
   */
  private static final int COMMITS_A_ROUND = 50;

  /** Rounds that may be run at once after many commits, and after the start. */
  private static final int MOST_ROUNDS = 100;

  private final MVStore store;
  private final DiskSpace disk;
  private long commits = (long) COMMITS_A_ROUND * MOST_ROUNDS;
  private long version;
  private final ScheduledExecutorService rounds =
      Executors.newSingleThreadScheduledExecutor(StoreCompaction::thread);

  private StoreCompaction(MVStore store, DiskSpace disk) {
    this.store = store;
    this.disk = disk;
    this.version = store.getCurrentVersion();
  }

  /** Begins, until the store is closed; while its disk is short of space, it pauses. */
  static void start(MVStore store, DiskSpace disk) {
    StoreCompaction compaction = new StoreCompaction(store, disk);
    compaction.rounds.scheduleWithFixedDelay(
        compaction::round, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
  }

  private static Thread thread(Runnable rounds) {
    Thread thread = new Thread(rounds, "berth-compaction");
    thread.setDaemon(true);
    return thread;
  }

  private void round() {
    if (store.isClosed()) {
      rounds.shutdown();
      return;
    }
    try {
      if (disk.isEnoughToCompact()) {
        compact();
      }
    } catch (RuntimeException failure) {
      ended(failure);
    }
  }

  /** The store was closed meanwhile: by the last connection, or by H2 after a failed write. */
  private void ended(RuntimeException failure) {
    if (store.getPanicException() == null && store.isClosed()) {
      return;
    }
    disk.failed();
    LOG.warning(() -> "The database file could not be compacted: " + failure.getMessage());
  }

  private void compact() {
    commits += store.getCurrentVersion() - version;
    commits = Math.min(commits, (long) COMMITS_A_ROUND * MOST_ROUNDS);
    if (commits >= COMMITS_A_ROUND && (rewrite() | move())) {
      commits -= COMMITS_A_ROUND;
    }
    version = store.getCurrentVersion();
  }

  /** Writes what is live in old pages again, together. */
  private boolean rewrite() {
    boolean isChanged = store.compact(FILL_RATE, ROUND);
    if (isChanged) {
      store.commit();
    }
    return isChanged;
  }

  /** Moves what is at the end of the file to the gaps before, and cuts the file off. */
  private boolean move() {
    if (store.getFileStore() instanceof RandomAccessStore file && file.getFillRate() < FILL_RATE) {
      file.compactMoveChunks(FILL_RATE, ROUND, store);
      return true;
    }
    return false;
  }
}
