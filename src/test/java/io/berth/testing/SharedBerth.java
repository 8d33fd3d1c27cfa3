package io.berth.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.h2.tools.Server;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * The one Berth and the one database server of a test run: started when a test first asks, ended
 * with the run. The database is the embedded one behind its own server, so that tests can look into
 * it from outside.
 */
public final class SharedBerth implements LauncherSessionListener {
  /** The key of the first Owner. */
  public static final String FIRST_KEY = "scp_u_firstOwnerfirstOwnerfirstOwner01";

  private static SharedBerth current;

  private Path directory;
  private Server database;
  private BerthProcess berth;

  /** Remembers the listener that JUnit has made; tests ask it for its server. */
  @Override
  public void launcherSessionOpened(LauncherSession session) {
    remember(this);
  }

  private static void remember(SharedBerth listener) {
    current = listener;
  }

  /** The started Berth. */
  public static BerthProcess berth() {
    return current.started().berth;
  }

  /** The URL of its database. */
  public static String databaseUrl() {
    return current.started().url();
  }

  /** A new connection to its database. */
  public static Connection connect() {
    try {
      return DriverManager.getConnection(databaseUrl());
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private SharedBerth started() {
    if (berth == null) {
      try {
        directory = Files.createTempDirectory("berth-test");
        database =
            Server.createTcpServer(
                    "-tcpPort", "0", "-ifNotExists", "-baseDir", directory.toString())
                .start();
      } catch (IOException | SQLException failure) {
        throw new IllegalStateException(failure);
      }
      berth =
          BerthProcess.start(
              directory,
              Map.of(
                  "BERTH_DB_URL",
                  url(),
                  "BERTH_RATE_LIMIT",
                  "0",
                  "BERTH_BOOTSTRAP_API_KEY",
                  FIRST_KEY));
    }
    return this;
  }

  private String url() {
    return "jdbc:h2:tcp://127.0.0.1:" + database.getPort() + "/./berth;LOCK_TIMEOUT=10000";
  }

  /** Ends what was started, and removes its files. */
  @Override
  public void launcherSessionClosed(LauncherSession session) {
    if (berth != null) {
      berth.close();
      database.stop();
      remove(directory);
    }
  }

  /** Removes a directory and all in it. */
  public static void remove(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
