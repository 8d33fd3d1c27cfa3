package io.berth.database;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;

/**
 * The data source that the container pools: the server that {@code berth.db.url} names, or H2 in a
 * file of the data directory. It gives the container one class to name, whichever database it is.
 */
public class BerthDataSource implements DataSource {
  /** What Connector/J is told unless the URL says otherwise. */
  private static final Map<String, String> MYSQL =
      Map.ofEntries(
          // A statement is prepared once for a connection. EclipseLink's are long.
          Map.entry("useServerPrepStmts", "true"),
          Map.entry("cachePrepStmts", "true"),
          Map.entry("prepStmtCacheSize", "250"),
          Map.entry("prepStmtCacheSqlLimit", "4096"),
          // A batch goes in one round trip.
          Map.entry("rewriteBatchedStatements", "true"),
          // The server is not asked what the driver knows.
          Map.entry("useLocalSessionState", "true"),
          Map.entry("elideSetAutoCommits", "true"),
          Map.entry("cacheServerConfiguration", "true"),
          Map.entry("maintainTimeStats", "false"),
          // The app server's key is not shown to a database, which would not know it and hang up.
          Map.entry("fallbackToSystemKeyStore", "false"),
          // A server that is away is told soon; one that has died in a query, at last.
          Map.entry("connectTimeout", "1000"),
          Map.entry("socketTimeout", "60000"),
          // As long as the embedded database waits for a lock.
          Map.entry("sessionVariables", "innodb_lock_wait_timeout=10"));

  private final DataSource database;
  private volatile boolean reached;

  /** Reads the settings; refuses a URL of a database that Berth does not speak. */
  public BerthDataSource() {
    Config settings = ConfigProvider.getConfig(Start.class.getClassLoader());
    String url = settings.getOptionalValue("berth.db.url", String.class).orElse("");
    String user = settings.getOptionalValue("berth.db.user", String.class).orElse("");
    String password = settings.getOptionalValue("berth.db.password", String.class).orElse("");
    database = url.startsWith("jdbc:mysql:") ? mysql(url, user, password) : h2(url, user, password);
  }

  private static DataSource mysql(String url, String user, String password) {
    MysqlDataSource mysql = new MysqlDataSource();
    mysql.setUrl(url);
    mysql.setUser(user);
    mysql.setPassword(password);
    Properties options = new Properties();
    options.putAll(MYSQL);
    mysql.initializeProperties(options);
    return mysql;
  }

  private static DataSource h2(String url, String user, String password) {
    if (!url.isEmpty() && !url.startsWith("jdbc:h2:")) {
      throw Start.refused(
          "BERTH_DB_URL must start with jdbc:mysql: or jdbc:h2:; without it Berth keeps its data in"
              + " BERTH_DATA_DIR.");
    }
    JdbcDataSource h2 = new JdbcDataSource();
    h2.setURL(url.isEmpty() ? embedded() : url);
    h2.setUser(user);
    h2.setPassword(password);
    return h2;
  }

  private static String embedded() {
    return "jdbc:h2:file:" + dataDirectory().resolve("berth") + ";LOCK_TIMEOUT=10000";
  }

  /** Where the embedded database keeps its file: absolute, normalised. */
  static Path dataDirectory() {
    String directory =
        ConfigProvider.getConfig(Start.class.getClassLoader())
            .getValue("berth.data.dir", String.class);
    return Path.of(directory).toAbsolutePath().normalize();
  }

  /** A connection; if there never was one, Berth does not start. */
  @Override
  public Connection getConnection() throws SQLException {
    try {
      Connection connection = Pool.opened(database.getConnection());
      reached = true;
      return connection;
    } catch (SQLException failure) {
      if (!reached) {
        Start.refused(why(failure));
      }
      throw failure;
    }
  }

  private static String why(SQLException failure) {
    return failure.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1
        ? "Another process uses the data directory "
            + dataDirectory()
            + ". Stop it, or give this one a BERTH_DATA_DIR of its own."
        : "The database can't be reached: " + failure.getMessage() + " " + root(failure);
  }

  /**
   * What the driver's own words leave out: that a name is unknown, or a certificate not trusted.
   */
  private static String root(SQLException failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root == failure ? "" : "(" + root + ")";
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return getConnection();
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return database.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    database.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    database.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return database.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return database.getParentLogger();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return database.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return database.isWrapperFor(type);
  }
}
