package io.berth.testing;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import org.h2.tools.Server;

/**
 * The embedded database behind its TCP server, so that tests can connect to it from outside Berth.
 */
final class H2Server implements DatabaseServer {
  private final Path directory;
  private Server server;

  H2Server() {
    directory = SharedBerth.directory("berth-h2");
    serve("0");
  }

  private void serve(String port) {
    try {
      server =
          Server.createTcpServer("-tcpPort", port, "-ifNotExists", "-baseDir", directory.toString())
              .start();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Override
  public Database create() {
    String name = "berth-" + UUID.randomUUID();
    return new Database(
        "jdbc:h2:tcp://127.0.0.1:%d/./%s;LOCK_TIMEOUT=10000".formatted(server.getPort(), name),
        "",
        "");
  }

  @Override
  public void stop() {
    server.stop();
  }

  @Override
  public void startAgain() {
    serve(String.valueOf(server.getPort()));
  }

  @Override
  public void close() {
    server.stop();
    SharedBerth.remove(directory);
  }
}
