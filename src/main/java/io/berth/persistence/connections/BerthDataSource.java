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
 * The data source that the container pools: the server that {@code berth.db.url} names, or H2 in a
 * file of the data directory. It gives the container one class to name, whichever database it is.
 */
public class BerthDataSource extends DelegatingDataSource {
  /** What Connector/J is told unless the URL says otherwise. */
  private static final Map<String, String> MYSQL =
      Map.ofEntries(
          // A statement is prepared once for a connection. EclipseLink's are long.
          Map.entry("useServerPrepStmts", "true"),
          Map.entry("cachePrepStmts", "true"),
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
          // A server that is away is noticed soon.
          Map.entry("connectTimeout", "1000"),
          // As long as the embedded database waits for a lock: of a row, and of a table in a
          // backup.
          Map.entry("sessionVariables", "innodb_lock_wait_timeout=10,lock_wait_timeout=10"));

  /** Until a connection is open, its server is not waited for longer than this. */
  private static final Duration TO_OPEN = Duration.ofMillis(1500);

  private final Duration maximumAge = seconds("berth.db.pool.max.age.seconds");
  private final Duration longestQuery = seconds("berth.db.query.seconds");
  private volatile boolean reached;

  /**
   * Reads the settings, and waits for a database server that is not there yet; refuses a URL of a
   * database that Berth does not speak.
   */
  public BerthDataSource() {
    super(database(TO_OPEN));
    String url = text("berth.db.url");
    if (url.startsWith("jdbc:mysql:") || url.matches("jdbc:h2:(tcp|ssl):.*")) {
      waitForServer(url);
    }
  }

  private static void waitForServer(String url) {
    DataSource driver = driver(TO_OPEN);
    try {
      DatabaseWait.of(url, settings()).until(() -> driver.getConnection().close());
    } catch (SQLException failure) {
      throw StartupFailure.refused(why(failure));
    }
  }

  /** The database of the settings; one whose server says nothing for so long is given up. */
  public static DataSource database(Duration silence) {
    return new Opening(driver(silence));
  }

  private static DataSource driver(Duration silence) {
    String url = text("berth.db.url");
    String user = text("berth.db.user");
    String password = text("berth.db.password");
    return url.startsWith("jdbc:mysql:")
        ? mysql(url, user, password, silence)
        : h2(url, user, password);
  }

  /** Says of a connection that could not be opened that there is none, not that it was lost. */
  private static final class Opening extends DelegatingDataSource {
    Opening(DataSource database) {
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
    options.putAll(MYSQL);
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
    return url.isEmpty() ? Embedded.DATABASE : h2Of(url, user, password);
  }

  private static JdbcDataSource h2Of(String url, String user, String password) {
    JdbcDataSource h2 = new JdbcDataSource();
    h2.setURL(url);
    h2.setUser(user);
    h2.setPassword(password);
    return h2;
  }

  /** One for the file, which knows whether its store is prepared and its disk has room. */
  private static final class Embedded {
    static final DataSource DATABASE =
        new DurableH2DataSource(
            h2Of(embedded(), text("berth.db.user"), text("berth.db.password")), dataDirectory());
  }

  private static String embedded() {
    return "%s;LOCK_TIMEOUT=10000;QUERY_TIMEOUT=%d;QUERY_CACHE_SIZE=%s"
        .formatted(
            DurableH2DataSource.url(dataDirectory().resolve("berth")),
            seconds("berth.db.query.seconds").toMillis(),
            text("berth.db.pool.statements"));
  }

  /** Where the embedded database keeps its file: absolute, normalised. */
  static Path dataDirectory() {
    return Path.of(text("berth.data.dir")).toAbsolutePath().normalize();
  }

  /** A connection to be pooled; if there never was one, Berth does not start. */
  @Override
  public Connection getConnection() throws SQLException {
    try {
      Connection connection = PooledConnection.open(this::open, maximumAge);
      reached = true;
      return connection;
    } catch (SQLException failure) {
      if (!reached) {
        StartupFailure.refused(why(failure));
      }
      throw failure;
    }
  }

  private Connection open() throws SQLException {
    Connection connection = super.getConnection();
    connection.setNetworkTimeout(Runnable::run, Math.toIntExact(longestQuery.toMillis()));
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    return ConnectionPool.opened(connection);
  }

  private static String why(SQLException failure) {
    return failure.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1
        ? "Another process uses the data directory "
            + dataDirectory()
            + ". Stop that process, or set another BERTH_DATA_DIR."
        : "The database cannot be reached: " + failure.getMessage() + " " + root(failure);
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
}
