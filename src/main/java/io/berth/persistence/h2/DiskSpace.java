package io.berth.persistence.h2;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Whether the embedded database may write: its disk has enough free space, and no write has failed
 * within the last two seconds. The result is cached: the disk is read at most four times a second.
 *
 * <p>H2 closes its store when a write fails, and reads stop until it is open again. So writes are
 * refused while H2 still has the space to compact and to open the file.
 */
public final class DiskSpace {
  /** The reserve in bytes: the largest round of compaction, and some small transactions. */
  static final long RESERVE = 8L << 20;

  private static final Logger LOG = Logger.getLogger(DiskSpace.class.getName());
  private static final Duration CACHE_TIME = Duration.ofMillis(250);

  /** The pause after a failed write: quotas and process limits do not show in the free space. */
  private static final Duration FAILURE_PAUSE = Duration.ofSeconds(2);

  private static volatile DiskSpace embeddedDatabase;

  private final Path directory;
  private volatile Measurement last =
      new Measurement(System.nanoTime(), Duration.ZERO, Long.MAX_VALUE);

  /** The free bytes at a time; 0 after a failed write. */
  private record Measurement(long at, Duration valid, long bytes) {
    boolean isFresh() {
      return System.nanoTime() - at < valid.toNanos();
    }

    boolean isEnough() {
      return bytes >= RESERVE;
    }
  }

  /** The disk of this directory, which need not exist yet. */
  DiskSpace(Path directory) {
    this.directory = directory;
  }

  /** Sets the instance that readiness reads. */
  void publish() {
    embeddedDatabase = this;
  }

  /**
   * Whether Berth can write; always true if the database is a server, which manages its own disk.
   */
  public static boolean isEnoughForDatabase() {
    DiskSpace embedded = embeddedDatabase;
    return embedded == null || embedded.isEnough();
  }

  boolean isEnough() {
    return read().isEnough();
  }

  /**
   * Whether compaction may run: it may use half of the reserve, because it frees space. Not from
   * the cache: a compaction that meets a full disk makes H2 close the database.
   */
  boolean isEnoughToCompact() {
    return read().bytes() > 0 && usableBytes() > RESERVE / 2;
  }

  /** Records a failed write. */
  void writeFailed() {
    update(new Measurement(System.nanoTime(), FAILURE_PAUSE, 0));
  }

  private Measurement read() {
    Measurement cached = last;
    return cached.isFresh()
        ? cached
        : update(new Measurement(System.nanoTime(), CACHE_TIME, usableBytes()));
  }

  private Measurement update(Measurement current) {
    boolean wasEnough = last.isEnough();
    last = current;
    if (wasEnough && !current.isEnough()) {
      LOG.severe(() -> "Berth refuses writes: " + describe());
    } else if (current.isEnough() && !wasEnough) {
      LOG.info(() -> "Berth accepts writes again: the disk of " + directory + " has free space.");
    }
    return current;
  }

  /** In bytes; unlimited if it is unknown. */
  private long usableBytes() {
    try {
      return Files.getFileStore(existingDirectory()).getUsableSpace();
    } catch (IOException unknown) {
      LOG.log(Level.FINE, unknown, () -> "The free space of " + directory + " is unknown");
      return Long.MAX_VALUE;
    }
  }

  private Path existingDirectory() {
    Path path = directory;
    while (!Files.exists(path) && path.getParent() != null) {
      path = path.getParent();
    }
    return path;
  }

  /** The cause and the remedy, for messages. */
  String describe() {
    return "the disk of "
        + directory
        + " is full ("
        + (usableBytes() >> 10)
        + " KiB free, "
        + (RESERVE >> 10)
        + " KiB reserved) or cannot be written. Free disk space; no restart is needed.";
  }
}
