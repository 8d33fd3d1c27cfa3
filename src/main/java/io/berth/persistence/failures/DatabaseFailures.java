package io.berth.persistence.failures;

import io.berth.persistence.connections.ConnectionPool;
import io.berth.persistence.connections.PooledConnection;
import io.berth.persistence.errors.DatabaseFailure;
import io.berth.persistence.errors.SqlErrorKind;
import io.berth.refusals.Reason;
import io.berth.refusals.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What is done when the database fails, whoever met it: connections that a new one should replace
 * are given up, the failure is counted, and the log says once that failures of its kind have begun
 * and once that they have ended.
 */
@ApplicationScoped
public class DatabaseFailures {
  private static final Logger LOG = Logger.getLogger(DatabaseFailures.class.getName());

  /** Failures of a kind have ended when there was none for this time. */
  private static final long QUIET = Duration.ofSeconds(10).toNanos();

  /** A read-only server fails with every write; its connections are given up once in this time. */
  private static final long EVICTION_STEP = Duration.ofSeconds(1).toNanos();

  /** Failures that are not the server's own answer. */
  private static final Set<SqlErrorKind> UNANSWERED =
      EnumSet.of(SqlErrorKind.CONNECTION_LOST, SqlErrorKind.TIMEOUT, SqlErrorKind.OTHER);

  private static final String NOT_KNOWN =
      "The connection to the database was lost during the commit. It is not known whether the"
          + " change is stored. Read the data before you try again.";

  private final ConcurrentMap<SqlErrorKind, Episode> episodes = new ConcurrentHashMap<>();
  private final AtomicLong evicted = new AtomicLong(System.nanoTime() - EVICTION_STEP);

  @Inject private Event<DatabaseFailure> failed;

  /** Failures of one kind, from the first to the last. */
  private record Episode(long begin, AtomicLong last, AtomicLong count) {
    static Episode now() {
      long now = System.nanoTime();
      return new Episode(now, new AtomicLong(now), new AtomicLong());
    }

    void add() {
      last.set(System.nanoTime());
      count.incrementAndGet();
    }

    boolean isOver() {
      return System.nanoTime() - last.get() > QUIET;
    }

    long seconds() {
      return Duration.ofNanos(last.get() - begin).toSeconds();
    }
  }

  /** Notes an exception, if a failure of the database is behind it. */
  public void report(Throwable failure) {
    SqlErrorKind.causeOf(failure).ifPresent(this::report);
  }

  /**
   * The refusal that a failure means which was met after the last EJB, in the commit; empty if the
   * database is not behind it. If the server did not answer, nobody knows whether it has committed.
   */
  public Optional<Refusal> refusalAtCommit(Throwable failure) {
    Optional<SQLException> cause =
        PooledConnection.takeCommitFailure().or(() -> SqlErrorKind.causeOf(failure));
    cause.ifPresent(this::report);
    return cause
        .filter(known -> UNANSWERED.contains(SqlErrorKind.of(known)))
        .map(unknown -> new Refusal(Reason.UNAVAILABLE, NOT_KNOWN))
        .or(() -> cause.flatMap(SqlErrorTranslator::meaningOf));
  }

  private void report(SQLException cause) {
    SqlErrorKind kind = SqlErrorKind.of(cause);
    if (kind.isFailureOfDatabase()) {
      evict(kind);
      episodes.computeIfAbsent(episodeOf(kind), first -> begin(first, cause)).add();
      failed.fire(new DatabaseFailure(kind, cause));
    }
  }

  /** A lost connection is seldom the only one; the transaction that is retried gets a new one. */
  private void evict(SqlErrorKind kind) {
    long last = evicted.get();
    boolean again = System.nanoTime() - last >= EVICTION_STEP;
    if (kind == SqlErrorKind.CONNECTION_LOST
        || kind.ruinsConnection() && again && evicted.compareAndSet(last, System.nanoTime())) {
      ConnectionPool.evict(PooledConnection.lastGeneration());
    }
  }

  /** Connections break when a server goes, and can't be made while it is away. */
  private static SqlErrorKind episodeOf(SqlErrorKind kind) {
    return kind == SqlErrorKind.CONNECTION_LOST ? SqlErrorKind.UNREACHABLE : kind;
  }

  private static Episode begin(SqlErrorKind kind, SQLException cause) {
    LOG.log(
        Level.WARNING,
        kind == SqlErrorKind.OTHER ? cause : null,
        () ->
            ("The database fails (%s): %s [SQLState %s, code %d]. Affected requests get the code"
                    + " \"%s\". Further failures are counted in berth_db_failures_total and not"
                    + " logged.")
                .formatted(
                    kind,
                    cause.getMessage(),
                    cause.getSQLState(),
                    cause.getErrorCode(),
                    kind.reason().code()));
    return Episode.now();
  }

  /** Says of the failures that have ended that they have. */
  void endQuiet() {
    episodes.forEach(
        (kind, episode) -> {
          if (episode.isOver() && episodes.remove(kind, episode)) {
            LOG.warning(
                () ->
                    "The database no longer fails (%s): %d failures in %d s."
                        .formatted(kind, episode.count().get(), episode.seconds()));
          }
        });
  }
}
