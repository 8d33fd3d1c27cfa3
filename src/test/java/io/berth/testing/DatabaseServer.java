package io.berth.testing;

/**
 * A database server for tests. The build property {@code berth.test.database} selects it: {@code
 * h2}, the embedded database behind its TCP server, or {@code mysql}.
 */
public interface DatabaseServer extends AutoCloseable {

  /** The shared server of the test run; {@code BERTH_TEST_DB_URL} may name an existing MySQL. */
  static DatabaseServer forTestRun() {
    return isMySql() && System.getenv("BERTH_TEST_DB_URL") != null
        ? new ExternalMySqlServer()
        : startNew();
  }

  /** A server of its own for a test, which the test may stop. */
  static DatabaseServer startNew() {
    return isMySql() ? new MariaDbServer() : new H2Server();
  }

  private static boolean isMySql() {
    return System.getProperty("berth.test.database", "h2").equals("mysql");
  }

  /** Creates an empty database that nothing else uses. */
  Database create();

  /** Stops the server; committed data is kept. */
  void stop();

  /** Starts it again with the same port and data. */
  void startAgain();

  /** Stops the server and deletes its files or databases. */
  @Override
  void close();
}
