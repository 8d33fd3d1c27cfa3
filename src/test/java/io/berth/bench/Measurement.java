package io.berth.bench;

import io.berth.testing.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Runs works by Berth and by plain JDBC, in front of the same gauges. */
final class Measurement {
  private static final String PREPARED =
      "&useServerPrepStmts=true&cachePrepStmts=true&prepStmtCacheSize=250"
          + "&prepStmtCacheSqlLimit=16384&useLocalSessionState=true&elideSetAutoCommits=true"
          + "&cacheServerConfiguration=true&maintainTimeStats=false&socketTimeout=60000";

  private final Database database;
  private final BenchmarkClient http;
  private final ResourceUsage gauges;

  Measurement(Database database, BenchmarkClient http, ResourceUsage gauges) {
    this.database = database;
    this.http = http;
    this.gauges = gauges;
  }

  /** A run, what it has used, and what Berth and the database server occupy after it. */
  record Side(
      BenchmarkRun.Run run, ResourceUsage.Used used, String berthMemory, String serverMemory) {
    double perThousand(double seconds) {
      return seconds * 1000 / run.latencies().getTotalCount();
    }

    double statements() {
      return (double) used.statements() / run.latencies().getTotalCount();
    }
  }

  /** One line of the table. */
  record Line(String work, int connections, Side berth, Side floor) {
    double ratio() {
      return berth.run().perSecond() / floor.run().perSecond();
    }

    int errors() {
      return berth.run().errors() + floor.run().errors();
    }
  }

  /** Berth, and directly after it the floor. */
  Line measure(Workload work, int connections, Duration time) throws Exception {
    Side berth = byHttp(List.of(work), connections, time);
    Side floor = byJdbc(List.of(work), connections, time);
    return new Line(work.name(), connections, berth, floor);
  }

  /** The works at once by Berth. */
  Side byHttp(List<Workload> works, int connections, Duration time) throws Exception {
    List<BenchmarkOperation> units = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      ConnectionShare share = new ConnectionShare(i, connections);
      units.add(
          new MixedOperation(works.stream().map(work -> work.byHttp(http, share)).toList(), i));
    }
    return between(works, units, time);
  }

  /** The works at once by plain JDBC; autocommit is on for those that read. */
  Side byJdbc(List<Workload> works, int connections, Duration time) throws Exception {
    List<Connection> open = new ArrayList<>();
    try {
      List<BenchmarkOperation> units = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        List<BenchmarkOperation> own = new ArrayList<>();
        for (Workload work : works) {
          open.add(connect());
          own.add(work.byJdbc(open.get(open.size() - 1), new ConnectionShare(i, connections)));
        }
        units.add(new MixedOperation(own, i));
      }
      return between(works, units, time);
    } finally {
      for (Connection connection : open) {
        connection.close();
      }
    }
  }

  private Connection connect() throws SQLException {
    Connection connection =
        DriverManager.getConnection(
            database.url() + PREPARED, database.user(), database.password());
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    return connection;
  }

  private Side between(List<Workload> works, List<BenchmarkOperation> units, Duration time)
      throws Exception {
    for (Workload work : works) {
      work.prepare(units.size());
    }
    gauges.createOrUpdate();
    ResourceUsage.Used before = gauges.read();
    BenchmarkRun.Run run = BenchmarkRun.run(units, time);
    ResourceUsage.Used used = gauges.read().since(before);
    Side side = new Side(run, used, gauges.berthMemory(), gauges.serverMemory());
    for (Workload work : works) {
      work.restore();
    }
    return side;
  }
}
