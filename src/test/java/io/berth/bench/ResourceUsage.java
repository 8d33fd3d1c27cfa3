package io.berth.bench;

import io.berth.testing.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** What the processes and the database have used so far. */
final class ResourceUsage implements AutoCloseable {
  private static final List<String> STATEMENTS =
      List.of(
          "select", "insert", "update", "delete", "insert_select", "update_multi", "delete_multi");

  private static final long FEW_OLD_ROWS = 1000;
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(5);

  private final Connection connection;
  private final long berth;
  private final long server;

  /** Asks on a connection of its own, so that looking costs no statement that is counted. */
  ResourceUsage(Database database, long berth) {
    this.connection = database.connect();
    this.berth = berth;
    this.server = databaseServer();
  }

  /** CPU in seconds of Berth, the database server and this load generator; SQL statements. */
  record Used(double berth, double server, double load, long statements) {
    Used since(Used before) {
      return new Used(
          berth - before.berth,
          server - before.server,
          load - before.load,
          statements - before.statements);
    }
  }

  Used read() throws SQLException {
    long statements = 0;
    for (String kind : STATEMENTS) {
      statements += status("Com_" + kind);
    }
    return new Used(
        cpuSeconds(berth),
        cpuSeconds(server),
        cpuSeconds(ProcessHandle.current().pid()),
        statements);
  }

  /** What the server has left to clean up of the past is not to be paid by who comes next. */
  void createOrUpdate() throws SQLException {
    long deadline = System.nanoTime() + PATIENCE;
    while (status("Innodb_history_list_length") > FEW_OLD_ROWS && System.nanoTime() < deadline) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
  }

  private long status(String name) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("show global status like '" + name + "'")) {
      found.next();
      return found.getLong(2);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  String berthMemory() {
    return memory(berth, "VmRSS");
  }

  String serverMemory() {
    return memory(server, "VmRSS");
  }

  /** The database server is a child of this process, or a child's. */
  private static long databaseServer() {
    try (Stream<ProcessHandle> children = ProcessHandle.current().descendants()) {
      return children
          .filter(
              child -> child.info().command().orElse("").matches(".*(mariadbd|mysqld)(\\.exe)?"))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("No database server runs."))
          .pid();
    }
  }

  private static double cpuSeconds(long pid) {
    return ProcessHandle.of(pid)
            .flatMap(process -> process.info().totalCpuDuration())
            .orElse(Duration.ZERO)
            .toNanos()
        / 1e9;
  }

  /** Megabytes of the process by that measure, where the system tells it. */
  static String memory(long pid, String measure) {
    Path status = Path.of("/proc", String.valueOf(pid), "status");
    if (!Files.exists(status)) {
      return "?";
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith(measure + ":"))
          .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .map(String::valueOf)
          .findFirst()
          .orElse("?");
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
