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

/** The CPU time and the SQL statements that the processes have used since their start. */
final class ResourceUsage implements AutoCloseable {
  private static final List<String> STATEMENTS =
      List.of(
          "select", "insert", "update", "delete", "insert_select", "update_multi", "delete_multi");

  private static final long MAX_HISTORY_LENGTH = 1000;
  private static final long PURGE_TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final Connection connection;
  private final long berth;
  private final long server;

  /** Uses a connection of its own; its status queries are not among the counted statements. */
  ResourceUsage(Database database, long berth) {
    this.connection = database.connect();
    this.berth = berth;
    this.server = databaseServerPid();
  }

  /** CPU seconds of Berth, the database server and this load generator; SQL statements. */
  record Usage(double berth, double server, double load, long statements) {
    Usage since(Usage before) {
      return new Usage(
          berth - before.berth,
          server - before.server,
          load - before.load,
          statements - before.statements);
    }
  }

  Usage read() throws SQLException {
    long statements = 0;
    for (String command : STATEMENTS) {
      statements += status("Com_" + command);
    }
    return new Usage(
        cpuSeconds(berth),
        cpuSeconds(server),
        cpuSeconds(ProcessHandle.current().pid()),
        statements);
  }

  /**
   * Waits until InnoDB has purged old row versions, so that one measurement does not pay for the
   * work of another; gives up after the timeout.
   */
  void awaitPurge() throws SQLException {
    long deadline = System.nanoTime() + PURGE_TIMEOUT_NANOS;
    while (status("Innodb_history_list_length") > MAX_HISTORY_LENGTH
        && System.nanoTime() < deadline) {
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

  /** The database server is a descendant of this process. */
  private static long databaseServerPid() {
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

  /** A memory value of the process in MiB, such as VmRSS; "?" where /proc does not exist. */
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
