package io.berth.bench;

import io.berth.testing.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the same workloads against Berth and over plain JDBC, and measures throughput, latency and
 * resource usage.
 */
final class Measurement {
  private static final String JDBC_OPTIONS =
      "&useServerPrepStmts=true&cachePrepStmts=true&prepStmtCacheSize=250"
          + "&prepStmtCacheSqlLimit=16384&useLocalSessionState=true&elideSetAutoCommits=true"
          + "&cacheServerConfiguration=true&maintainTimeStats=false&socketTimeout=60000";

  private final Database database;
  private final BenchmarkClient http;
  private final ResourceUsage resources;

  Measurement(Database database, BenchmarkClient http, ResourceUsage resources) {
    this.database = database;
    this.http = http;
    this.resources = resources;
  }

  /** The result of a run, with the memory of Berth and of the database server after it. */
  record Result(
      BenchmarkRun.Run run, ResourceUsage.Usage usage, String berthMemory, String serverMemory) {
    double perThousand(double seconds) {
      return seconds * 1000 / run.latencies().getTotalCount();
    }

    double statements() {
      return (double) usage.statements() / run.latencies().getTotalCount();
    }
  }

  /** A workload's result with Berth beside the baseline. */
  record Comparison(String workload, int connections, Result berth, Result baseline) {
    double ratio() {
      return berth.run().perSecond() / baseline.run().perSecond();
    }

    int errors() {
      return berth.run().errors() + baseline.run().errors();
    }
  }

  /** Measures Berth, and directly after it the baseline. */
  Comparison measure(Workload workload, int connections, Duration duration) throws Exception {
    Result berth = byHttp(List.of(workload), connections, duration);
    Result baseline = byJdbc(List.of(workload), connections, duration);
    return new Comparison(workload.name(), connections, berth, baseline);
  }

  /** Runs the workloads concurrently against Berth. */
  Result byHttp(List<Workload> workloads, int connections, Duration duration) throws Exception {
    List<BenchmarkOperation> operations = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      ConnectionShare share = new ConnectionShare(i, connections);
      operations.add(
          new MixedOperation(
              workloads.stream().map(workload -> workload.byHttp(http, share)).toList(), i));
    }
    return run(workloads, operations, duration);
  }

  /** Runs the workloads concurrently over plain JDBC; reads use autocommit. */
  Result byJdbc(List<Workload> workloads, int connections, Duration duration) throws Exception {
    List<Connection> open = new ArrayList<>();
    try {
      List<BenchmarkOperation> operations = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        List<BenchmarkOperation> ownOperations = new ArrayList<>();
        for (Workload workload : workloads) {
          open.add(connect());
          ownOperations.add(
              workload.byJdbc(open.get(open.size() - 1), new ConnectionShare(i, connections)));
        }
        operations.add(new MixedOperation(ownOperations, i));
      }
      return run(workloads, operations, duration);
    } finally {
      for (Connection connection : open) {
        connection.close();
      }
    }
  }

  private Connection connect() throws SQLException {
    Connection connection =
        DriverManager.getConnection(
            database.url() + JDBC_OPTIONS, database.user(), database.password());
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    return connection;
  }

  private Result run(
      List<Workload> workloads, List<BenchmarkOperation> operations, Duration duration)
      throws Exception {
    for (Workload workload : workloads) {
      workload.prepare(operations.size());
    }
    resources.awaitPurge();
    ResourceUsage.Usage before = resources.read();
    BenchmarkRun.Run run = BenchmarkRun.run(operations, duration);
    ResourceUsage.Usage usage = resources.read().since(before);
    Result result = new Result(run, usage, resources.berthMemory(), resources.serverMemory());
    for (Workload workload : workloads) {
      workload.restore();
    }
    return result;
  }
}
