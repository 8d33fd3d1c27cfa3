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
 * Waits at start for a database server that is not reachable yet, for example because both start at
 * once. Permanent errors, such as a wrong password, an unknown database or a missing privilege,
 * fail at once. Requests never wait here: they are accepted only after the start.
 */
final class DatabaseWait {
  private static final Logger LOG = Logger.getLogger(DatabaseWait.class.getName());
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration REPORT_PERIOD = Duration.ofSeconds(5);

  /**
   * MySQL: too many connections, server shutdown, too many connections of the user; H2: connection
   * broken, database closed or closing.
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

  /** The SQLState class of connection errors. */
  private static final String CONNECTION_EXCEPTION = "08";

  /** Connector/J rejects by itself a malformed URL, and a public key that it may not fetch. */
  private static final String UNABLE_TO_CONNECT = "08001";

  private final String url;
  private final Duration maxWait;
  private final Duration pause;

  @FunctionalInterface
  interface Attempt {
    void run() throws SQLException;
  }

  /** Reads the settings; refuses a wait that is not a whole number of seconds of 0 or more. */
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

  /** The maximum wait, zero or more, and the pause between two attempts. */
  DatabaseWait(String url, Duration maxWait, Duration pause) {
    this.url = withoutOptions(url);
    this.maxWait = maxWait;
    this.pause = pause;
  }

  /** The URL for the log, without options and user, which may contain a password. */
  private static String withoutOptions(String url) {
    return url.replaceFirst("[?;(].*", "").replaceFirst("//[^/]*@", "//");
  }

  /** Returns after the first successful attempt; throws the exception of the last one. */
  void until(Attempt attempt) throws SQLException {
    long start = System.nanoTime();
    Duration lastReport = REPORT_PERIOD.negated();
    while (true) {
      try {
        attempt.run();
        return;
      } catch (SQLException failure) {
        Duration waited = Duration.ofNanos(System.nanoTime() - start);
        if (!isTransient(failure) || waited.plus(pause).compareTo(maxWait) > 0) {
          throw failure;
        }
        if (waited.minus(lastReport).compareTo(REPORT_PERIOD) >= 0) {
          report(maxWait.minus(waited), failure);
          lastReport = waited;
        }
        sleep(failure);
      }
    }
  }

  private void report(Duration remaining, SQLException failure) {
    LOG.info(
        () ->
            "Waiting for the database %s for at most %d s: %s"
                .formatted(url, remaining.toSeconds(), firstLine(failure.getMessage())));
  }

  private static String firstLine(String message) {
    return String.valueOf(message).lines().findFirst().orElse("");
  }

  private void sleep(SQLException failure) throws SQLException {
    try {
      TimeUnit.NANOSECONDS.sleep(pause.toNanos());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw failure;
    }
  }

  /** Whether the same attempt may succeed later without a change of settings. */
  static boolean isTransient(SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    return TRANSIENT_CODES.contains(failure.getErrorCode())
        || state.startsWith(CONNECTION_EXCEPTION)
            && !state.equals(UNABLE_TO_CONNECT)
            && Stream.iterate((Throwable) failure, cause -> cause != null, Throwable::getCause)
                .noneMatch(CertificateException.class::isInstance);
  }
}
