package io.berth.persistence.failures;

import io.berth.persistence.connections.BerthDataSource;
import io.berth.persistence.errors.SqlErrorKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A connection outside the pool, on which the monitor checks whether the database responds. */
final class DatabaseProbe {
  private static final Logger LOG = Logger.getLogger(DatabaseProbe.class.getName());
  private static final int TIMEOUT_SECONDS = 1;

  /**
   * The timeout of each response while a connection is opened: a busy server is not unreachable.
   */
  private static final Duration OPEN_TIMEOUT = Duration.ofMillis(1500);

  /** A server that refuses a connection for one of these reasons does respond. */
  private static final Set<SqlErrorKind> RESPONDING =
      EnumSet.of(SqlErrorKind.OUT_OF_RESOURCES, SqlErrorKind.READ_ONLY, SqlErrorKind.CANCELED);

  private final DataSource database = BerthDataSource.database(OPEN_TIMEOUT);
  private final AtomicReference<Connection> connection = new AtomicReference<>();

  /**
   * Why the database does not respond; empty if it does, on the existing connection or on a new
   * one. Takes at most 4 s.
   */
  Optional<SQLException> failure() {
    Connection current = connection.get();
    return current != null && isValid(current) ? Optional.empty() : reopen();
  }

  /** A driver waits one second for the server; it never throws because of the server. */
  private static boolean isValid(Connection connection) {
    try {
      return connection.isValid(TIMEOUT_SECONDS);
    } catch (SQLException broken) {
      return false;
    }
  }

  private Optional<SQLException> reopen() {
    close();
    try {
      connection.set(database.getConnection());
      return Optional.empty();
    } catch (SQLException failure) {
      return Optional.of(failure).filter(cause -> !RESPONDING.contains(SqlErrorKind.of(cause)));
    }
  }

  /** Closes the connection; does nothing if there is none. */
  void close() {
    Connection old = connection.getAndSet(null);
    if (old != null) {
      try {
        old.close();
      } catch (SQLException broken) {
        // Expected: the connection is closed because it is broken.
        LOG.log(Level.FINE, "The connection of the probe was broken", broken);
      }
    }
  }
}
