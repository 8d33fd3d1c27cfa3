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
 * Handles every failure of the database: evicts connections that must be replaced, counts the
 * failure, and logs once when failures of a kind begin and once when they end.
 */
@ApplicationScoped
public class DatabaseFailures {
  private static final Logger LOG = Logger.getLogger(DatabaseFailures.class.getName());

  /** An episode has ended when no failure occurred for this time. */
  private static final long QUIET_NANOS = Duration.ofSeconds(10).toNanos();

  /**
   * A read-only server fails every write; its connections are evicted at most once in this time.
   */
  private static final long EVICTION_INTERVAL = Duration.ofSeconds(1).toNanos();

  /** Failures in which the server sent no response of its own. */
  private static final Set<SqlErrorKind> WITHOUT_RESPONSE =
      EnumSet.of(SqlErrorKind.CONNECTION_LOST, SqlErrorKind.TIMEOUT, SqlErrorKind.OTHER);

  private static final String COMMIT_UNKNOWN =
      "The connection to the database was lost during the commit. It is not known whether the"
          + " change is stored. Read the data before you try again.";

  private final ConcurrentMap<SqlErrorKind, Episode> episodes = new ConcurrentHashMap<>();
  private final AtomicLong lastEviction = new AtomicLong(System.nanoTime() - EVICTION_INTERVAL);

  @Inject private Event<DatabaseFailure> failed;
  @Inject private SqlRefusals refusals;

  /** An episode of failures of one kind, from the first to the last. */
  private record Episode(long start, AtomicLong last, AtomicLong count) {
    static Episode now() {
      long now = System.nanoTime();
      return new Episode(now, new AtomicLong(now), new AtomicLong());
    }

    void add() {
      last.set(System.nanoTime());
      count.incrementAndGet();
    }

    boolean isOver() {
      return System.nanoTime() - last.get() > QUIET_NANOS;
    }

    long seconds() {
      return Duration.ofNanos(last.get() - start).toSeconds();
    }
  }

  /** Handles an exception if a failure of the database caused it. */
  public void report(Throwable failure) {
    SqlErrorKind.causeOf(failure).ifPresent(this::report);
  }

  /**
   * The refusal for a failure in the commit, after the last EJB; empty if the database did not
   * cause it. If the server did not respond, it is unknown whether it committed.
   */
  public Optional<Refusal> refusalAtCommit(Throwable failure) {
    Optional<SQLException> cause =
        PooledConnection.takeCommitFailure().or(() -> SqlErrorKind.causeOf(failure));
    cause.ifPresent(this::report);
    return cause
        .filter(known -> WITHOUT_RESPONSE.contains(SqlErrorKind.of(known)))
        .map(unknown -> new Refusal(Reason.UNAVAILABLE, COMMIT_UNKNOWN))
        .or(() -> cause.flatMap(refusals::find));
  }

  private void report(SQLException cause) {
    SqlErrorKind kind = SqlErrorKind.of(cause);
    if (kind.isFailureOfDatabase()) {
      evict(kind);
      episodes.computeIfAbsent(episodeOf(kind), first -> start(first, cause)).add();
      failed.fire(new DatabaseFailure(kind, cause));
    }
  }

  /** A lost connection is seldom the only one; a retried transaction gets a new one. */
  private void evict(SqlErrorKind kind) {
    long last = lastEviction.get();
    boolean isDue = System.nanoTime() - last >= EVICTION_INTERVAL;
    if (kind == SqlErrorKind.CONNECTION_LOST
        || kind.requiresNewConnection()
            && isDue
            && lastEviction.compareAndSet(last, System.nanoTime())) {
      ConnectionPool.evict(PooledConnection.lastGeneration());
    }
  }

  /** Lost connections and failed attempts belong to the same outage. */
  private static SqlErrorKind episodeOf(SqlErrorKind kind) {
    return kind == SqlErrorKind.CONNECTION_LOST ? SqlErrorKind.UNREACHABLE : kind;
  }

  private static Episode start(SqlErrorKind kind, SQLException cause) {
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

  /** Logs the end of each episode that has ended. */
  void endEpisodes() {
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
