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
 * A connection that the container pools, and that says whether it may still be used. The container
 * asks before each use, by its validation method {@code meta-data} (see {@code web.xml}): {@code
 * getMetaData} asks no server, so this costs nothing as long as the connection is in use.
 *
 * <p>Not valid is a connection that was opened before {@link ConnectionPool#evict}, one that has
 * reached its maximum age, so that a demoted primary is left, and one that was idle and does not
 * answer. Its statements need no watching: whoever meets a failure of the database calls {@code
 * evict}.
 */
public final class PooledConnection implements InvocationHandler {
  /** A connection that was used within this time is not asked whether it answers. */
  private static final long IDLE = Duration.ofMillis(500).toNanos();

  /** How long an answer is waited for. */
  private static final int SECONDS = 1;

  private static final Logger LOG = Logger.getLogger(PooledConnection.class.getName());
  private static final ThreadLocal<SQLException> COMMIT_FAILURE = new ThreadLocal<>();
  private static final ThreadLocal<Long> LAST_GENERATION =
      ThreadLocal.withInitial(ConnectionPool::generation);

  private final Opener opener;
  private final long expires;
  private volatile Connection physical;
  private volatile long generation;
  private volatile long used;

  /** Opens connections to the database. */
  interface Opener {
    Connection open() throws SQLException;
  }

  private PooledConnection(Opener opener, Duration maximumAge) throws SQLException {
    this.opener = opener;
    this.expires = System.nanoTime() + maximumAge.toNanos();
    open();
  }

  /** A new connection, to be pooled for the time at most. */
  static Connection open(Opener opener, Duration maximumAge) throws SQLException {
    return (Connection)
        Proxy.newProxyInstance(
            PooledConnection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            new PooledConnection(opener, maximumAge));
  }

  private void open() throws SQLException {
    generation = ConnectionPool.generation();
    physical = opener.open();
    used = System.nanoTime();
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
   * Begins a transaction. The container would hide why it could not begin; with a connection that
   * breaks here nothing is lost, so another one takes its place.
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
   * After a commit or a rollback that was answered. A connection that breaks here has nothing left
   * to lose: the container would take it for a commit that failed, and the client would be told so.
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
   * Why the last transaction of this thread could not be committed; the container does not tell.
   */
  public static Optional<SQLException> takeCommitFailure() {
    SQLException failure = COMMIT_FAILURE.get();
    COMMIT_FAILURE.remove();
    return Optional.ofNullable(failure);
  }

  /** The generation of the connection that this thread has used last. */
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
      used = System.nanoTime();
    }
  }

  private void requireValid() throws SQLException {
    long now = System.nanoTime();
    if (generation != ConnectionPool.generation() || now - expires >= 0) {
      throw new SQLException("The connection must be replaced", "08003");
    }
    if (now - used > IDLE && !physical.isValid(SECONDS)) {
      throw new SQLException("The connection does not respond", "08003");
    }
  }
}
