package io.berth.persistence.connections;

import io.berth.persistence.errors.SqlErrorKind;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A pooled connection that validates itself. The container validates a connection before each use,
 * by its validation method {@code meta-data} (see {@code web.xml}): {@code getMetaData} needs no
 * round trip, so that a connection in frequent use is validated without cost.
 *
 * <p>Invalid are connections from before {@link ConnectionPool#evict}, connections that have
 * reached their maximum age, so that clients leave a demoted primary, and idle connections that do
 * not respond. Statements are not monitored: the code that catches a failure of the database calls
 * {@code evict}.
 */
public final class PooledConnection implements InvocationHandler {
  /** A connection that was used within this time is not tested. */
  private static final long MAX_IDLE_NANOS = Duration.ofMillis(500).toNanos();

  /** The timeout of the test of an idle connection. */
  private static final int TEST_SECONDS = 1;

  private static final Logger LOG = Logger.getLogger(PooledConnection.class.getName());
  private static final ThreadLocal<SQLException> COMMIT_FAILURE = new ThreadLocal<>();
  private static final ThreadLocal<Long> LAST_GENERATION =
      ThreadLocal.withInitial(ConnectionPool::generation);

  private final Opener opener;
  private final long expires;
  private volatile Connection physical;
  private volatile long generation;
  private volatile long lastUsed;

  interface Opener {
    Connection open() throws SQLException;
  }

  private PooledConnection(Opener opener, Duration maxAge) throws SQLException {
    this.opener = opener;
    this.expires = System.nanoTime() + maxAge.toNanos();
    open();
  }

  /** A new connection, which the pool keeps for at most this time. */
  static Connection open(Opener opener, Duration maxAge) throws SQLException {
    return (Connection)
        Proxy.newProxyInstance(
            PooledConnection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            new PooledConnection(opener, maxAge));
  }

  private void open() throws SQLException {
    generation = ConnectionPool.generation();
    physical = opener.open();
    lastUsed = System.nanoTime();
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    return switch (method.getName()) {
      case "getMetaData" -> {
        requireValid();
        yield call(method, arguments);
      }
      case "setAutoCommit" ->
          arguments[0].equals(false) ? begin(method, arguments) : end(method, arguments);
      case "commit" -> commit(method, arguments);
      default -> call(method, arguments);
    };
  }

  /**
   * Begins a transaction. The container would hide why that failed; a connection that breaks here
   * has no changes to lose, so it is replaced by a new one.
   */
  private Object begin(Method method, Object[] arguments) throws Throwable {
    COMMIT_FAILURE.remove();
    try {
      return call(method, arguments);
    } catch (SQLException failure) {
      if (SqlErrorKind.of(failure) != SqlErrorKind.CONNECTION_LOST) {
        throw failure;
      }
      open();
      return call(method, arguments);
    }
  }

  /**
   * Ends a transaction after its commit or rollback. If the connection breaks here, nothing is
   * lost; if the exception were thrown, the container would report a failed commit to the client.
   */
  private Object end(Method method, Object[] arguments) throws Throwable {
    try {
      return call(method, arguments);
    } catch (SQLException failure) {
      if (SqlErrorKind.of(failure) != SqlErrorKind.CONNECTION_LOST) {
        throw failure;
      }
      LOG.log(Level.FINE, "A connection broke after its transaction", failure);
      ConnectionPool.evict(generation);
      return null;
    }
  }

  private Object commit(Method method, Object[] arguments) throws Throwable {
    try {
      return call(method, arguments);
    } catch (SQLException failure) {
      COMMIT_FAILURE.set(failure);
      throw failure;
    }
  }

  /**
   * The reason why the last commit of this thread failed, which the container does not report;
   * empty on the second call.
   */
  public static Optional<SQLException> takeCommitFailure() {
    SQLException failure = COMMIT_FAILURE.get();
    COMMIT_FAILURE.remove();
    return Optional.ofNullable(failure);
  }

  /** The generation of the connection that this thread used last. */
  public static long lastGeneration() {
    return LAST_GENERATION.get();
  }

  private Object call(Method method, Object[] arguments) throws Throwable {
    LAST_GENERATION.set(generation);
    try {
      return method.invoke(physical, arguments);
    } catch (InvocationTargetException failure) {
      throw failure.getCause();
    } finally {
      lastUsed = System.nanoTime();
    }
  }

  private void requireValid() throws SQLException {
    long now = System.nanoTime();
    if (generation != ConnectionPool.generation() || now - expires >= 0) {
      throw new SQLException("The connection must be replaced", "08003");
    }
    if (now - lastUsed > MAX_IDLE_NANOS && !physical.isValid(TEST_SECONDS)) {
      throw new SQLException("The connection does not respond", "08003");
    }
  }
}
