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
 * A connection of the embedded database: its prepared statements are refused while the disk is
 * short of space, and it reports when H2 has closed its store.
 */
final class DurableConnection implements InvocationHandler {
  /** The SQLState of PostgreSQL for a full disk, in the standard class "insufficient resources". */
  static final String DISK_FULL = "53100";

  /** The SQLState of a connection that does not exist. */
  private static final String NO_CONNECTION = "08003";

  /** Statements that write; H2 also writes when it acquires and releases a row lock. */
  private static final Pattern WRITE =
      Pattern.compile(
          "\\A\\s*(?:insert|update|delete|merge)\\b|\\bfor\\s+update\\b", Pattern.CASE_INSENSITIVE);

  /** The methods that a pool calls on a connection that it discards. */
  private static final Set<String> ALLOWED_WHEN_CLOSED =
      Set.of("close", "abort", "isClosed", "isValid", "hashCode", "equals", "toString", "unwrap");

  private final Connection h2;
  private final MVStore store;
  private final DiskSpace disk;

  private DurableConnection(Connection h2, MVStore store, DiskSpace disk) {
    this.h2 = h2;
    this.store = store;
    this.disk = disk;
  }

  /** Wraps a connection of H2 to a database in this store and on this disk. */
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
      // Uncommitted changes were discarded with the store.
      return null;
    }
    requireOpen(method);
    return switch (method.getName()) {
      case "commit" -> commit(method);
      case "prepareStatement" -> prepare(method, arguments);
      default -> call(h2, method, arguments);
    };
  }

  /** Connections of H2 do not always notice that the store is closed, and stay in the pool. */
  private void requireOpen(Method method) throws SQLException {
    if (store.isClosed() && !ALLOWED_WHEN_CLOSED.contains(method.getName())) {
      throw new SQLNonTransientConnectionException(
          "The database was closed after a failed write",
          NO_CONNECTION,
          ErrorCode.DATABASE_IS_CLOSED);
    }
  }

  /** A failed write also loses the other transactions of the same write. */
  private Object commit(Method method) throws Throwable {
    try {
      return call(h2, method, null);
    } catch (SQLException failure) {
      if (!isFileError(failure)) {
        throw failure;
      }
      disk.writeFailed();
      throw diskFull(failure);
    }
  }

  private static boolean isFileError(SQLException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException) {
        return true;
      }
    }
    return false;
  }

  /** The space is checked at each execution, because pools keep prepared statements. */
  private Object prepare(Method method, Object[] arguments) throws Throwable {
    Object statement = call(h2, method, arguments);
    return WRITE.matcher((String) arguments[0]).find()
        ? proxy(PreparedStatement.class, (proxy, run, values) -> write(statement, run, values))
        : statement;
  }

  private Object write(Object statement, Method method, Object[] arguments) throws Throwable {
    if (method.getName().startsWith("execute") && !disk.isEnough()) {
      throw diskFull(null);
    }
    return call(statement, method, arguments);
  }

  private SQLException diskFull(SQLException cause) {
    return new SQLNonTransientException(
        "Nothing was changed: " + disk.describe(), DISK_FULL, ErrorCode.IO_EXCEPTION_1, cause);
  }

  private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException exception) {
      throw exception.getCause();
    }
  }
}
