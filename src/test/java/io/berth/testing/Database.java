package io.berth.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** A database of a server, and its credentials. */
public record Database(String url, String user, String password) {

  public Connection connect() {
    try {
      return DriverManager.getConnection(url, user, password);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure.getMessage(), failure);
    }
  }

  /**
   * The environment that configures Berth with this database and a bootstrap key, without a rate
   * limit.
   */
  public Map<String, String> environment(String firstKey) {
    Map<String, String> environment = new HashMap<>();
    environment.put("BERTH_DB_URL", url);
    environment.put("BERTH_DB_USER", user);
    environment.put("BERTH_DB_PASSWORD", password);
    environment.put("BERTH_BOOTSTRAP_API_KEY", firstKey);
    environment.put("BERTH_RATE_LIMIT", "0");
    return environment;
  }

  /** The same database with a lock timeout of one second. */
  public Database withShortLockTimeout() {
    return isMySql()
        ? new Database(url + "&sessionVariables=innodb_lock_wait_timeout=1", user, password)
        : new Database(url.replaceAll("LOCK_TIMEOUT=\\d+", "LOCK_TIMEOUT=1000"), user, password);
  }

  public boolean isMySql() {
    return url.startsWith("jdbc:mysql:");
  }
}
