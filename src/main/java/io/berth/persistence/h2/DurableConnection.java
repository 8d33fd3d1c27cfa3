package io.berth.persistence.h2;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLNonTransientException;
import java.util.Set;
import java.util.regex.Pattern;
import org.h2.api.ErrorCode;
import org.h2.mvstore.MVStore;

/**
 * A connection of the embedded database: its prepared statements do not write while the disk is
 * short of space, and it says so when H2 has closed its store.
 */
final class DurableConnection implements InvocationHandler {
  /** The disk is full, as PostgreSQL names it; of the standard's class "insufficient resources". */
  static final String DISK_FULL = "53100";

  /** The SQLState of a connection that does not exist. */
  private static final String NO_CONNECTION = "08003";

  /** Statements that write; a lock of a row is written too, and again when it ends. */
  private static final Pattern WRITE =
      Pattern.compile(
          "\\A\\s*(?:insert|update|delete|merge)\\b|\\bfor\\s+update\\b", Pattern.CASE_INSENSITIVE);

  /** What a pool does with a connection that it gives up. */
  private static final Set<String> OF_CLOSED =
      Set.of("close", "abort", "isClosed", "isValid", "hashCode", "equals", "toString", "unwrap");

  private final Connection h2;
  private final MVStore store;
  private final DiskSpace disk;

  private DurableConnection(Connection h2, MVStore store, DiskSpace disk) {
    this.h2 = h2;
    this.store = store;
    this.disk = disk;
  }

  /** This connection of H2, to a database in the store, with a file on the disk. */
  static Connection of(Connection h2, MVStore store, DiskSpace disk) {
    return proxy(Connection.class, new DurableConnection(h2, store, disk));
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    ClassLoader loader = DurableConnection.class.getClassLoader();
    return type.cast(Proxy.newProxyInstance(loader, new Class<?>[] {type}, handler));
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    if (store.isClosed() && method.getName().equals("rollback")) {
      // What was not committed is gone with the store.
      return null;
    }
    requireOpen(method);
    return switch (method.getName()) {
      case "commit" -> commit(method);
      case "prepareStatement" -> prepare(method, arguments);
      default -> call(h2, method, arguments);
    };
  }

  /** H2's own connections do not always notice that it has closed its store, and stay in a pool. */
  private void requireOpen(Method method) throws SQLException {
    if (store.isClosed() && !OF_CLOSED.contains(method.getName())) {
      throw new SQLNonTransientConnectionException(
          "The database was closed after a failed write",
          NO_CONNECTION,
          ErrorCode.DATABASE_IS_CLOSED);
    }
  }

  /** What fails to be written here was not written for those either who commit at the same time. */
  private Object commit(Method method) throws Throwable {
    try {
      return call(h2, method, null);
    } catch (SQLException failure) {
      if (!isOfFile(failure)) {
        throw failure;
      }
      disk.failed();
      throw full(failure);
    }
  }

  private static boolean isOfFile(SQLException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException) {
        return true;
      }
    }
    return false;
  }

  /** The space is looked at when the statement runs: pools keep it prepared. */
  private Object prepare(Method method, Object[] arguments) throws Throwable {
    Object statement = call(h2, method, arguments);
    return WRITE.matcher((String) arguments[0]).find()
        ? proxy(PreparedStatement.class, (proxy, run, values) -> write(statement, run, values))
        : statement;
  }

  private Object write(Object statement, Method method, Object[] arguments) throws Throwable {
    if (method.getName().startsWith("execute") && !disk.isEnough()) {
      throw full(null);
    }
    return call(statement, method, arguments);
  }

  private SQLException full(SQLException cause) {
    return new SQLNonTransientException(
        "Nothing was changed: " + disk.why(), DISK_FULL, ErrorCode.IO_EXCEPTION_1, cause);
  }

  private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }
}
