package io.berth.testing;

/**
 * A database server of the tests. The build's property {@code berth.test.database} decides which
 * one: {@code h2}, the embedded one behind its own server, or {@code mysql}.
 */
public interface DatabaseServer extends AutoCloseable {

  /** The one of a test run: {@code BERTH_TEST_DB_URL} may name a MySQL that somebody else runs. */
  static DatabaseServer ofTheRun() {
    return isMySql() && System.getenv("BERTH_TEST_DB_URL") != null
        ? new ExternalMySqlServer()
        : own();
  }

  /** One of a test's own, that it may stop. */
  static DatabaseServer own() {
    return isMySql() ? new MariaDbServer() : new H2Server();
  }

  private static boolean isMySql() {
    return System.getProperty("berth.test.database", "h2").equals("mysql");
  }

  /** An empty database that nothing else uses. */
  Database create();

  /** Ends it for a while; what is committed stays. */
  void stop();

  /** Starts it again where it was. */
  void startAgain();

  /** Ends it, and removes what it has made. */
  @Override
  void close();
}
