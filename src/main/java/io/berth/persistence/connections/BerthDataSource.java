package io.berth.persistence.connections;

import com.mysql.cj.jdbc.MysqlDataSource;
import io.berth.persistence.errors.SqlErrorKind;
import io.berth.persistence.h2.DelegatingDataSource;
import io.berth.persistence.h2.DurableH2DataSource;
import io.berth.settings.StartupFailure;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;

/**
 * The data source behind the container's pool: the database of {@code berth.db.url}, or H2 in a
 * file of the data directory. The container needs one class name for all databases.
 */
public class BerthDataSource extends DelegatingDataSource {
  /** The options of Connector/J; the URL can override them. */
  private static final Map<String, String> MYSQL_OPTIONS =
      Map.ofEntries(
          // A statement is prepared once per connection. The statements of EclipseLink are long.
          Map.entry("useServerPrepStmts", "true"),
          Map.entry("cachePrepStmts", "true"),
          Map.entry("prepStmtCacheSqlLimit", "4096"),
          // A batch needs one round trip.
          Map.entry("rewriteBatchedStatements", "true"),
          // No round trips for state that the driver knows.
          Map.entry("useLocalSessionState", "true"),
          Map.entry("elideSetAutoCommits", "true"),
          Map.entry("cacheServerConfiguration", "true"),
          Map.entry("maintainTimeStats", "false"),
          // The driver must not send the app server's client certificate: a database that does not
          // know it closes the connection.
          Map.entry("fallbackToSystemKeyStore", "false"),
          // An unreachable server is detected soon.
          Map.entry("connectTimeout", "1000"),
          // The same lock timeout as the embedded database; lock_wait_timeout covers table locks of
          // a backup.
          Map.entry("sessionVariables", "innodb_lock_wait_timeout=10,lock_wait_timeout=10"));

  /** The maximum wait for each response of the server while a connection is opened. */
  private static final Duration OPEN_TIMEOUT = Duration.ofMillis(1500);

  private final Duration maxAge = seconds("berth.db.pool.max.age.seconds");
  private final Duration queryTimeout = seconds("berth.db.query.seconds");
  private volatile boolean connectedOnce;

  /**
   * Reads the settings, and waits for a database server that is not reachable yet; refuses the URL
   * of an unsupported database.
   */
  public BerthDataSource() {
    super(database(OPEN_TIMEOUT));
    String url = text("berth.db.url");
    if (url.startsWith("jdbc:mysql:") || url.matches("jdbc:h2:(tcp|ssl):.*")) {
      waitForServer(url);
    }
  }

  private static void waitForServer(String url) {
    DataSource driver = driver(OPEN_TIMEOUT);
    try {
      DatabaseWait.of(url, settings()).until(() -> driver.getConnection().close());
    } catch (SQLException failure) {
      throw StartupFailure.refused(describe(failure));
    }
  }

  /**
   * The configured database; {@code silence} is the maximum wait for each response of a MySQL
   * server.
   */
  public static DataSource database(Duration silence) {
    return new ConnectErrorDataSource(driver(silence));
  }

  private static DataSource driver(Duration silence) {
    String url = text("berth.db.url");
    String user = text("berth.db.user");
    String password = text("berth.db.password");
    return url.startsWith("jdbc:mysql:")
        ? mysql(url, user, password, silence)
        : h2(url, user, password);
  }

  /**
   * Reports a failed connection attempt as SQLState 08001: no connection existed, so none was lost.
   */
  private static final class ConnectErrorDataSource extends DelegatingDataSource {
    ConnectErrorDataSource(DataSource database) {
      super(database);
    }

    @Override
    public Connection getConnection() throws SQLException {
      try {
        return super.getConnection();
      } catch (SQLException failure) {
        throw SqlErrorKind.of(failure) == SqlErrorKind.CONNECTION_LOST
            ? new SQLException(failure.getMessage(), "08001", failure)
            : failure;
      }
    }
  }

  private static Config settings() {
    return ConfigProvider.getConfig(StartupFailure.class.getClassLoader());
  }

  private static Duration seconds(String setting) {
    return Duration.ofSeconds(settings().getValue(setting, long.class));
  }

  private static String text(String setting) {
    return settings().getOptionalValue(setting, String.class).orElse("");
  }

  private static DataSource mysql(String url, String user, String password, Duration silence) {
    MysqlDataSource mysql = new MysqlDataSource();
    mysql.setUrl(url);
    mysql.setUser(user);
    mysql.setPassword(password);
    Properties options = new Properties();
    options.putAll(MYSQL_OPTIONS);
    options.put("socketTimeout", String.valueOf(silence.toMillis()));
    options.put("prepStmtCacheSize", text("berth.db.pool.statements"));
    mysql.initializeProperties(options);
    return mysql;
  }

  private static DataSource h2(String url, String user, String password) {
    if (!url.isEmpty() && !url.startsWith("jdbc:h2:")) {
      throw StartupFailure.refused(
          "BERTH_DB_URL must start with jdbc:mysql: or jdbc:h2:. Without it, Berth stores its data"
              + " in BERTH_DATA_DIR.");
    }
    return url.isEmpty() ? Embedded.DATABASE : h2DataSource(url, user, password);
  }

  private static JdbcDataSource h2DataSource(String url, String user, String password) {
    JdbcDataSource h2 = new JdbcDataSource();
    h2.setURL(url);
    h2.setUser(user);
    h2.setPassword(password);
    return h2;
  }

  /** One instance for the file, because it holds the state of the store and of the disk. */
  private static final class Embedded {
    static final DataSource DATABASE =
        new DurableH2DataSource(
            h2DataSource(embeddedUrl(), text("berth.db.user"), text("berth.db.password")),
            dataDirectory());
  }

  private static String embeddedUrl() {
    return "%s;LOCK_TIMEOUT=10000;QUERY_TIMEOUT=%d;QUERY_CACHE_SIZE=%s"
        .formatted(
            DurableH2DataSource.url(dataDirectory().resolve("berth")),
            seconds("berth.db.query.seconds").toMillis(),
            text("berth.db.pool.statements"));
  }

  /** The directory of the embedded database file: absolute, normalised. */
  static Path dataDirectory() {
    return Path.of(text("berth.data.dir")).toAbsolutePath().normalize();
  }

  /**
   * A connection for the pool; Berth does not start if it fails before the first connection was
   * opened.
   */
  @Override
  public Connection getConnection() throws SQLException {
    try {
      Connection connection = PooledConnection.open(this::open, maxAge);
      connectedOnce = true;
      return connection;
    } catch (SQLException failure) {
      if (!connectedOnce) {
        StartupFailure.refused(describe(failure));
      }
      throw failure;
    }
  }

  private Connection open() throws SQLException {
    Connection connection = super.getConnection();
    connection.setNetworkTimeout(Runnable::run, Math.toIntExact(queryTimeout.toMillis()));
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    return ConnectionPool.register(connection);
  }

  private static String describe(SQLException failure) {
    return failure.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1
        ? "Another process uses the data directory "
            + dataDirectory()
            + ". Stop that process, or set another BERTH_DATA_DIR."
        : "The database cannot be reached: " + failure.getMessage() + " " + rootCause(failure);
  }

  /**
   * The root cause, which the driver's message omits: an unknown host, or an untrusted certificate.
   */
  private static String rootCause(SQLException failure) {
    Throwable rootCause = failure;
    while (rootCause.getCause() != null) {
      rootCause = rootCause.getCause();
    }
    return rootCause == failure ? "" : "(" + rootCause + ")";
  }
}
