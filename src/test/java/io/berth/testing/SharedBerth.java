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
 * The one Berth process and database server of a test run: started on first use, stopped at the end
 * of the run.
 */
public final class SharedBerth implements LauncherSessionListener {
  /** The bootstrap key of the first Owner. */
  public static final String FIRST_KEY = "scp_u_firstOwnerfirstOwnerfirstOwner01";

  private static final RunDirectory FILES = RunDirectory.create();

  private static SharedBerth current;

  private DatabaseServer server;
  private Path directory;
  private Database database;
  private BerthProcess berth;

  /**
   * Keeps the listener that JUnit created, so that tests can reach its server. Tests inside a
   * container use a Berth of their own, which gets its database from a system property before the
   * container starts.
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

  public static BerthProcess berth() {
    return current.started().berth;
  }

  public static Database database() {
    return current.started().database;
  }

  public static Connection connect() {
    return database().connect();
  }

  /** Creates an empty database on the same server. */
  public static Database emptyDatabase() {
    return current.server().create();
  }

  private DatabaseServer server() {
    if (server == null) {
      server = DatabaseServer.forTestRun();
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

  /** A new directory for temporary files; the caller deletes it, or the end of the run does. */
  public static Path directory(String name) {
    return FILES.directory(name);
  }

  public static void remove(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
