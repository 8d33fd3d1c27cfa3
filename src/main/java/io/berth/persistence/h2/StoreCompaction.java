package io.berth.persistence.h2;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.RandomAccessStore;

/**
 * Compacts the file of the embedded database while it is open. Each commit appends the pages that
 * it has changed, about 20 KiB; H2 compacts old pages in the background, but not with {@code
 * WRITE_DELAY=0}. So this class does, by the methods of H2.
 *
 * <p>It ends when H2 closes the store: with the last connection, or after a failed write.
 */
final class StoreCompaction {
  private static final Logger LOG = Logger.getLogger(StoreCompaction.class.getName());

  private static final int PAUSE_MILLIS = 200;

  /** The share of live data in the file, in per cent, below which it is compacted. */
  private static final int FILL_RATE = 50;

  /** The maximum number of bytes that one round writes; commits wait that long. */
  private static final int MAX_ROUND_BYTES = 256 << 10;

  /**
   * The number of commits per round, which writes at most as much as they did. So the work of
   * compaction stays in proportion to the commits, and is 0 without commits; H2 counts the pages
   * that a round replaces as garbage for {@code VERSIONS_KEPT} commits.
   */
  private static final int COMMITS_PER_ROUND = 50;

  /** The maximum number of rounds in sequence, after many commits and after the start. */
  private static final int MAX_ROUNDS = 100;

  private final MVStore store;
  private final DiskSpace disk;
  private long commits = (long) COMMITS_PER_ROUND * MAX_ROUNDS;
  private long version;
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(StoreCompaction::newThread);

  private StoreCompaction(MVStore store, DiskSpace disk) {
    this.store = store;
    this.disk = disk;
    this.version = store.getCurrentVersion();
  }

  /** Runs until the store is closed; pauses while the disk is short of space. */
  static void start(MVStore store, DiskSpace disk) {
    StoreCompaction compaction = new StoreCompaction(store, disk);
    compaction.executor.scheduleWithFixedDelay(
        compaction::runRound, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
  }

  private static Thread newThread(Runnable task) {
    Thread thread = new Thread(task, "berth-compaction");
    thread.setDaemon(true);
    return thread;
  }

  private void runRound() {
    if (store.isClosed()) {
      executor.shutdown();
      return;
    }
    try {
      if (disk.isEnoughToCompact()) {
        compact();
      }
    } catch (RuntimeException failure) {
      handleFailure(failure);
    }
  }

  /**
   * A closed store is expected after the last connection; after a failed write, H2 reports a panic.
   */
  private void handleFailure(RuntimeException failure) {
    if (store.getPanicException() == null && store.isClosed()) {
      return;
    }
    disk.writeFailed();
    LOG.warning(() -> "The database file could not be compacted: " + failure.getMessage());
  }

  private void compact() {
    commits += store.getCurrentVersion() - version;
    commits = Math.min(commits, (long) COMMITS_PER_ROUND * MAX_ROUNDS);
    if (commits >= COMMITS_PER_ROUND && (rewrite() | moveChunks())) {
      commits -= COMMITS_PER_ROUND;
    }
    version = store.getCurrentVersion();
  }

  /** Rewrites the live data of old pages together. */
  private boolean rewrite() {
    boolean isChanged = store.compact(FILL_RATE, MAX_ROUND_BYTES);
    if (isChanged) {
      store.commit();
    }
    return isChanged;
  }

  /** Moves pages from the end of the file into gaps, and truncates the file. */
  private boolean moveChunks() {
    if (store.getFileStore() instanceof RandomAccessStore file && file.getFillRate() < FILL_RATE) {
      file.compactMoveChunks(FILL_RATE, MAX_ROUND_BYTES, store);
      return true;
    }
    return false;
  }
}
