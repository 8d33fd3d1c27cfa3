package io.berth.persistence.connections;

import io.berth.settings.StartupFailure;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.h2.api.ErrorCode;

/**
 * Waits at start for a database server that is not there yet, as when both are started at once.
 * What does not change by itself, such as a wrong password, an unknown database or a missing right,
 * is not waited for. Requests never wait here: none is let in before the start is over.
 */
final class DatabaseWait {
  private static final Logger LOG = Logger.getLogger(DatabaseWait.class.getName());
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration REPORT_PERIOD = Duration.ofSeconds(5);

  /**
   * MySQL's too many connections, server shutdown, and too many connections of the user; H2's
   * connection that can't be opened, and database that is being closed.
   */
  private static final Set<Integer> TRANSIENT_CODES =
      Set.of(
          1040,
          1053,
          1203,
          1226,
          ErrorCode.CONNECTION_BROKEN_1,
          ErrorCode.DATABASE_IS_CLOSED,
          ErrorCode.DATABASE_CALLED_AT_SHUTDOWN);

  /** The class of SQLStates of connections that fail. */
  private static final String CONNECTION_EXCEPTION = "08";

  /** What Connector/J refuses by itself: a URL that it can't read, a key that it must not fetch. */
  private static final String UNABLE_TO_CONNECT = "08001";

  private final String url;
  private final Duration longest;
  private final Duration pause;

  /** Opens a connection and closes it. */
  @FunctionalInterface
  interface Attempt {
    void run() throws SQLException;
  }

  /** As the settings say; refuses what is not a number of seconds. */
  static DatabaseWait of(String url, Config settings) {
    try {
      int seconds = settings.getValue("berth.db.wait.seconds", Integer.class);
      if (seconds >= 0) {
        return new DatabaseWait(url, Duration.ofSeconds(seconds), PAUSE);
      }
    } catch (IllegalArgumentException malformed) {
      LOG.log(Level.FINE, malformed, () -> "berth.db.wait.seconds is not a number");
    }
    throw StartupFailure.refused(
        "BERTH_DB_WAIT_SECONDS must be a whole number of seconds, 0 or greater.");
  }

  /** The longest wait, of zero or more; and the pause between two attempts. */
  DatabaseWait(String url, Duration longest, Duration pause) {
    this.url = withoutOptions(url);
    this.longest = longest;
    this.pause = pause;
  }

  /** Without options and user, among which a password may be. */
  private static String withoutOptions(String url) {
    return url.replaceFirst("[?;(].*", "").replaceFirst("//[^/]*@", "//");
  }

  /** Returns after an attempt that succeeds; throws what the last one threw. */
  void until(Attempt attempt) throws SQLException {
    long begin = System.nanoTime();
    Duration reported = REPORT_PERIOD.negated();
    while (true) {
      try {
        attempt.run();
        return;
      } catch (SQLException failure) {
        Duration waited = Duration.ofNanos(System.nanoTime() - begin);
        if (!isTransient(failure) || waited.plus(pause).compareTo(longest) > 0) {
          throw failure;
        }
        if (waited.minus(reported).compareTo(REPORT_PERIOD) >= 0) {
          report(longest.minus(waited), failure);
          reported = waited;
        }
        sleep(failure);
      }
    }
  }

  private void report(Duration rest, SQLException failure) {
    LOG.info(
        () ->
            "Waiting for the database %s for at most %d s: %s"
                .formatted(url, rest.toSeconds(), firstLine(failure.getMessage())));
  }

  private static String firstLine(String message) {
    return String.valueOf(message).lines().findFirst().orElse("");
  }

  private void sleep(SQLException failure) throws SQLException {
    try {
      TimeUnit.NANOSECONDS.sleep(pause.toNanos());
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      throw failure;
    }
  }

  /** Whether the same attempt may succeed later, although nobody has changed a setting. */
  static boolean isTransient(SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    return TRANSIENT_CODES.contains(failure.getErrorCode())
        || state.startsWith(CONNECTION_EXCEPTION)
            && !state.equals(UNABLE_TO_CONNECT)
            && Stream.iterate((Throwable) failure, cause -> cause != null, Throwable::getCause)
                .noneMatch(CertificateException.class::isInstance);
  }
}
