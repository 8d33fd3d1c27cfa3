package io.berth.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * The one Berth and the one database server of a test run: started when a test first asks, ended
 * with the run.
 */
public final class SharedBerth implements LauncherSessionListener {
  /** The key of the first Owner. */
  public static final String FIRST_KEY = "scp_u_firstOwnerfirstOwnerfirstOwner01";

  private static final RunDirectory FILES = RunDirectory.create();

  private static SharedBerth current;

  private DatabaseServer server;
  private Path directory;
  private Database database;
  private BerthProcess berth;

  /**
   * Remembers the listener that JUnit has made; tests ask it for its server. The tests inside a
   * container have no Berth but their own, which is told of its database before it starts.
   */
  @Override
  public void launcherSessionOpened(LauncherSession session) {
    remember(this);
    if (Boolean.getBoolean("berth.test.in.container")) {
      Database own = server().create();
      System.setProperty(
          "payara.cmdOptions",
          "%s -Dberth.db.url=%s -Dberth.db.user=%s -Dberth.db.password=%s"
              .formatted(
                  System.getProperty("payara.cmdOptions", ""),
                  own.url(),
                  own.user(),
                  own.password()));
    }
  }

  private static void remember(SharedBerth listener) {
    current = listener;
  }

  /** The started Berth. */
  public static BerthProcess berth() {
    return current.started().berth;
  }

  /** Its database. */
  public static Database database() {
    return current.started().database;
  }

  /** A new connection to its database. */
  public static Connection connect() {
    return database().connect();
  }

  /** Another database on the same server, empty. */
  public static Database emptyDatabase() {
    return current.server().create();
  }

  private DatabaseServer server() {
    if (server == null) {
      server = DatabaseServer.ofTheRun();
    }
    return server;
  }

  private SharedBerth started() {
    if (berth == null) {
      database = server().create();
      directory = directory("berth-test");
      berth = BerthProcess.start(directory, database.environment(FIRST_KEY));
    }
    return this;
  }

  /** Ends what was started, and removes its files. */
  @Override
  public void launcherSessionClosed(LauncherSession session) {
    if (berth != null) {
      berth.close();
      remove(directory);
    }
    if (server != null) {
      server.close();
    }
    FILES.remove();
  }

  /**
   * A new directory for temporary files. Whoever asks removes it; what remains goes with the run.
   */
  public static Path directory(String name) {
    return FILES.directory(name);
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
