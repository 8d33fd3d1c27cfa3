package io.berth.persistence.h2;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Whether the embedded database may still write: its disk has room, and the last write did not fail
 * just now. Asking is cheap; the disk is looked at no more than four times a second.
 *
 * <p>H2 closes its store when a write fails, and reads stop until it is open again. So writes are
 * refused while there is still room for what H2 needs to go on: to compact, and to open the file.
 */
public final class DiskSpace {
  /** What is left alone, in bytes: the largest round of compaction, and some small transactions. */
  static final long RESERVE = 8L << 20;

  private static final Logger LOG = Logger.getLogger(DiskSpace.class.getName());
  private static final Duration FRESH = Duration.ofMillis(250);

  /**
   * After a failed write, the next is tried so much later: a quota or a limit of the process does
   * not show in the free space.
   */
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private static volatile DiskSpace ofEmbeddedDatabase;

  private final Path directory;
  private volatile Reading last = new Reading(System.nanoTime(), Duration.ZERO, Long.MAX_VALUE);

  /** How many bytes there were; none after a failed write. */
  private record Reading(long at, Duration valid, long bytes) {
    boolean isFresh() {
      return System.nanoTime() - at < valid.toNanos();
    }

    boolean isEnough() {
      return bytes >= RESERVE;
    }
  }

  /** Of the disk on which the directory is; the directory need not exist yet. */
  DiskSpace(Path directory) {
    this.directory = directory;
  }

  /** Makes this the one that readiness asks. */
  void publish() {
    ofEmbeddedDatabase = this;
  }

  /** Whether Berth can write; true if its database is a server, which knows of its own disk. */
  public static boolean isEnoughForDatabase() {
    DiskSpace embedded = ofEmbeddedDatabase;
    return embedded == null || embedded.isEnough();
  }

  /** Whether a write may be tried. */
  boolean isEnough() {
    return read().isEnough();
  }

  /** Whether compaction may use the reserve: it needs some room to make more. */
  boolean isEnoughToCompact() {
    return read().bytes() >= RESERVE / 2;
  }

  /** Notes that a write has failed. */
  void failed() {
    note(new Reading(System.nanoTime(), PAUSE, 0));
  }

  private Reading read() {
    Reading known = last;
    return known.isFresh() ? known : note(new Reading(System.nanoTime(), FRESH, usable()));
  }

  private Reading note(Reading now) {
    boolean before = last.isEnough();
    last = now;
    if (before && !now.isEnough()) {
      LOG.severe(() -> "Berth refuses writes: " + why());
    } else if (now.isEnough() && !before) {
      LOG.info(() -> "Berth accepts writes again: the disk of " + directory + " has free space.");
    }
    return now;
  }

  /** Bytes; as good as endless where they can't be found out. */
  private long usable() {
    try {
      return Files.getFileStore(existing()).getUsableSpace();
    } catch (IOException unknown) {
      LOG.log(Level.FINE, unknown, () -> "The free space of " + directory + " is unknown");
      return Long.MAX_VALUE;
    }
  }

  private Path existing() {
    Path path = directory;
    while (!Files.exists(path) && path.getParent() != null) {
      path = path.getParent();
    }
    return path;
  }

  /** What happened, where, and what to do. */
  String why() {
    return "the disk of "
        + directory
        + " is full ("
        + (usable() >> 10)
        + " KiB free, "
        + (RESERVE >> 10)
        + " KiB reserved) or cannot be written. Free disk space; no restart is needed.";
  }
}
