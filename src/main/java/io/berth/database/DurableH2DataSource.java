package io.berth.database;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLNonTransientException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.mvstore.MVStore;
import org.h2.store.fs.FilePath;

/**
 * The embedded H2, with commits that survive the end of the process, a power loss and a full disk.
 *
 * <p>By itself H2 answers a commit half a second before it writes it, and never forces it to the
 * disk. Here {@code WRITE_DELAY=0} makes each commit write before it returns, and {@link
 * SynchronousFilePath} makes a write return when it is on the disk. Transactions that commit while
 * another one is being written are written together by H2, so that writers share the disk.
 *
 * <p>A write that fails closes H2's store: the commit throws, what was not written is forgotten,
 * and the next connection opens what is on the disk. Before it comes to that, statements that write
 * are refused while {@link DiskSpace} is short, with SQLState 53100.
 */
final class DurableH2DataSource implements DataSource {
  /** The disk is full, as PostgreSQL names it; of the standard's class "insufficient resources". */
  static final String DISK_FULL = "53100";

  /** Until {@link #prepare} has run, what is in the file is not overwritten. */
  private static final String OPTIONS = ";WRITE_DELAY=0;REUSE_SPACE=FALSE";

  /**
   * H2 finds the last commit by following the commits since the one that the file's header names,
   * which are up to 21. Their space must not be reused before, not even if nothing in it is needed:
   * by itself H2 reuses it, and a write that is cut off there loses all commits that follow.
   */
  private static final int VERSIONS_KEPT = 32;

  /**
   * Old pages are kept so long, against H2's default of 45 s: that is meant for disks on which
   * writes may wait for so long. Not 0, with which H2 may reuse a page that is still needed.
   */
  private static final int MILLIS_KEPT = 1000;

  /** Statements that write; a lock of a row is written too, and when it ends. */
  private static final Pattern WRITE =
      Pattern.compile(
          "\\A\\s*(?:insert|update|delete|merge)\\b|\\bfor\\s+update\\b", Pattern.CASE_INSENSITIVE);

  /** The SQLState of a connection that does not exist. */
  private static final String NO_CONNECTION = "08003";

  /** What a pool does with a connection that it gives up. */
  private static final Set<String> OF_CLOSED =
      Set.of("close", "abort", "isClosed", "isValid", "hashCode", "equals", "toString", "unwrap");

  static {
    FilePath.register(new SynchronousFilePath());
  }

  private final JdbcDataSource h2;
  private final DiskSpace disk;
  private final AtomicReference<MVStore> prepared = new AtomicReference<>();

  /** Of the database of this URL, whose file is in the directory. */
  DurableH2DataSource(JdbcDataSource h2, Path directory) {
    this.h2 = h2;
    this.disk = new DiskSpace(directory);
    disk.publish();
  }

  /** The URL of a file, without {@code .mv.db}. */
  static String url(Path file) {
    return "jdbc:h2:" + SynchronousFilePath.SCHEME + ":" + file + OPTIONS;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = h2.getConnection();
    MVStore store = store(connection);
    if (prepared.getAndSet(store) != store) {
      prepare(store);
    }
    return (Connection)
        Proxy.newProxyInstance(
            DurableH2DataSource.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              requireOpen(store, method);
              return call(connection, method, arguments);
            });
  }

  private void prepare(MVStore store) {
    store.setVersionsToKeep(VERSIONS_KEPT);
    store.setRetentionTime(MILLIS_KEPT);
    store.setReuseSpace(true);
    StoreCompaction.start(store, disk);
  }

  private static MVStore store(Connection connection) throws SQLException {
    SessionLocal session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
    return session.getDatabase().getStore().getMvStore();
  }

  /**
   * Of a store that H2 has closed after a failed write, its connections do not always know: they
   * must not stay in a pool.
   */
  private static void requireOpen(MVStore store, Method method) throws SQLException {
    if (store.isClosed() && !OF_CLOSED.contains(method.getName())) {
      throw new SQLNonTransientConnectionException(
          "The database was closed after a failed write",
          NO_CONNECTION,
          ErrorCode.DATABASE_IS_CLOSED);
    }
  }

  /** Throws what the method throws. */
  private Object call(Connection connection, Method method, Object[] arguments) throws Throwable {
    if (method.getName().equals("prepareStatement")) {
      requireSpaceFor((String) arguments[0]);
    }
    try {
      return method.invoke(connection, arguments);
    } catch (InvocationTargetException thrown) {
      throw method.getName().equals("commit") ? notCommitted(thrown.getCause()) : thrown.getCause();
    }
  }

  private void requireSpaceFor(String statement) throws SQLException {
    if (WRITE.matcher(statement).find() && !disk.isEnough()) {
      throw full(null);
    }
  }

  /** What is committed here or in another transaction at the same time is not on the disk. */
  private Throwable notCommitted(Throwable failure) {
    if (failure instanceof SQLException broken && isOfFile(broken)) {
      disk.failed();
      return full(broken);
    }
    return failure;
  }

  private static boolean isOfFile(SQLException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException) {
        return true;
      }
    }
    return false;
  }

  private SQLException full(SQLException cause) {
    return new SQLNonTransientException(
        "Nothing was changed: " + disk.why(), DISK_FULL, ErrorCode.IO_EXCEPTION_1, cause);
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return getConnection();
  }

  @Override
  public PrintWriter getLogWriter() {
    return h2.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) {
    h2.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) {
    h2.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() {
    return h2.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("H2 does not log by java.util.logging");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return h2.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return h2.isWrapperFor(type);
  }
}
