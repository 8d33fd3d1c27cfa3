package io.berth.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** A database of a server: where it is, and whose. */
public record Database(String url, String user, String password) {

  /** A new connection to it. */
  public Connection connect() {
    try {
      return DriverManager.getConnection(url, user, password);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure.getMessage(), failure);
    }
  }

  /** The environment that gives a Berth this database and a first key. */
  public Map<String, String> environment(String firstKey) {
    Map<String, String> environment = new HashMap<>();
    environment.put("BERTH_DB_URL", url);
    environment.put("BERTH_DB_USER", user);
    environment.put("BERTH_DB_PASSWORD", password);
    environment.put("BERTH_BOOTSTRAP_API_KEY", firstKey);
    environment.put("BERTH_RATE_LIMIT", "0");
    return environment;
  }

  /** The same, where nobody waits longer than a second for a lock. */
  public Database impatient() {
    return isMySql()
        ? new Database(url + "&sessionVariables=innodb_lock_wait_timeout=1", user, password)
        : new Database(url.replaceAll("LOCK_TIMEOUT=\\d+", "LOCK_TIMEOUT=1000"), user, password);
  }

  /** Whether it speaks MySQL's dialect. */
  public boolean isMySql() {
    return url.startsWith("jdbc:mysql:");
  }
}
