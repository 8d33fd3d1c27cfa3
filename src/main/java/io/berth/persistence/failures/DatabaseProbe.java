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

/** A connection beside the pool, on which the database is asked whether it answers at all. */
final class DatabaseProbe {
  private static final Logger LOG = Logger.getLogger(DatabaseProbe.class.getName());
  private static final int SECONDS = 1;

  /** So long each answer is waited for while a connection is opened: a busy server is not away. */
  private static final Duration TO_OPEN = Duration.ofMillis(1500);

  /** A server that refuses a connection for these reasons does answer. */
  private static final Set<SqlErrorKind> ANSWERS =
      EnumSet.of(SqlErrorKind.OUT_OF_RESOURCES, SqlErrorKind.READ_ONLY, SqlErrorKind.CANCELED);

  private final DataSource database = BerthDataSource.database(TO_OPEN);
  private final AtomicReference<Connection> connection = new AtomicReference<>();

  /**
   * Why the database does not answer; empty if it does, on the connection that there is or else on
   * a new one. Decides within 4 s.
   */
  Optional<SQLException> failure() {
    Connection current = connection.get();
    return current != null && isAnswered(current) ? Optional.empty() : reopen();
  }

  /** A driver asks its server and waits for a second; it never throws because of the server. */
  private static boolean isAnswered(Connection connection) {
    try {
      return connection.isValid(SECONDS);
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
      return Optional.of(failure).filter(why -> !ANSWERS.contains(SqlErrorKind.of(why)));
    }
  }

  /** Closes the connection, if there is one. */
  void close() {
    Connection old = connection.getAndSet(null);
    if (old != null) {
      try {
        old.close();
      } catch (SQLException broken) {
        // That it is broken is why it is closed; nothing of it is left.
        LOG.log(Level.FINE, "The connection of the probe was broken", broken);
      }
    }
  }
}
