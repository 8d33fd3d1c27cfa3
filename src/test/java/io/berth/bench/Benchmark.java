package io.berth.bench;

import io.berth.testing.BerthProcess;
import io.berth.testing.Database;
import io.berth.testing.MariaDbServer;
import io.berth.testing.SharedBerth;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/** Starts a database server and a Berth, fills them, measures, writes the report and ends. */
final class Benchmark {
  private static final Duration LONGEST = Duration.ofMinutes(9);
  private static final List<Integer> CONNECTIONS = List.of(1, 16, 64);
  private static final List<String> PRODUCTION =
      List.of("-Xms512m", "-Xmx512m", "-XX:+UseParallelGC");
  private static final List<String> SMALL_HEAP = List.of("-Xmx256m", "-XX:+UseParallelGC");
  private static final Duration CELL = Duration.ofMillis(4500);
  private static final Duration ROUND = Duration.ofSeconds(15);
  private static final Duration FLOOR_ROUND = Duration.ofSeconds(4);
  private static final int FEWEST_ROUNDS = 6;
  private static final int MOST_ROUNDS = 9;

  /** Before that, a good part of Berth's CPU still goes to the compiler. */
  private static final long WARM = 40_000;

  private static final int WARM_CONNECTIONS = 16;

  private final Report report = new Report(System.out);
  private final Cleanup ending;
  private Database database;

  private Benchmark(Cleanup ending) {
    this.ending = ending;
  }

  /** Writes the report to the file that the first argument names; ends with 0 if nothing failed. */
  public static void main(String[] arguments) {
    int code = 1;
    try (Cleanup ending = new Cleanup(LONGEST)) {
      code = new Benchmark(ending).run(Path.of(arguments[0])) ? 0 : 1;
    } catch (Exception failure) {
      failure.printStackTrace();
    } finally {
      System.exit(code);
    }
  }

  private boolean run(Path file) throws Exception {
    long began = System.nanoTime();
    startDatabase();
    BenchmarkOwner big;
    try (BerthProcess berth = startBerth("an empty database", PRODUCTION)) {
      big = BenchmarkOwner.create(database, "scp_u_bigHostsbigHostsbigHostsbigHosts");
      BenchmarkOwner small =
          BenchmarkOwner.create(database, "scp_u_smallHostssmallHostssmallHosts00");
      BenchmarkData stock = load(big, small);
      measure(berth, works(stock, big, small));
    }
    try (BerthProcess berth = startBerth("the full database", SMALL_HEAP);
        BenchmarkClient http = BenchmarkClient.to(berth.port(), 1)) {
      readWholeList(berth, http.as(big));
    }
    report.note("All of it took %.0f s.", (System.nanoTime() - began) / 1e9);
    report.write(file);
    return report.isClean();
  }

  private void startDatabase() throws SQLException {
    MariaDbServer server =
        new MariaDbServer(
            "--performance-schema=OFF",
            "--innodb-buffer-pool-size=1G",
            "--innodb-log-file-size=512M");
    ending.with(server::close);
    database = server.create();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "select concat('MariaDB ', @@version, ', performance_schema ',"
                    + " @@performance_schema, ', innodb_buffer_pool_size ',"
                    + " @@innodb_buffer_pool_size, ', innodb_log_file_size ',"
                    + " @@innodb_log_file_size, ', innodb_flush_log_at_trx_commit ',"
                    + " @@innodb_flush_log_at_trx_commit)")) {
      found.next();
      report.note("%s", found.getString(1));
    }
    report.note(
        "%d processors, load average %.2f, Java %s",
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        System.getProperty("java.version"));
  }

  private BerthProcess startBerth(String on, List<String> options) {
    Path directory = SharedBerth.directory("berth-bench");
    ending.with(() -> SharedBerth.remove(directory));
    long began = System.nanoTime();
    BerthProcess berth =
        BerthProcess.launch(directory, database.environment(SharedBerth.FIRST_KEY), options);
    ending.with(berth::kill);
    berth.ready();
    report.note(
        "Start with %s on %s: first 200 after %.1f s, RSS then %s MiB",
        String.join(" ", options),
        on,
        (System.nanoTime() - began) / 1e9,
        ResourceUsage.memory(berth.pid(), "VmRSS"));
    return berth;
  }

  private BenchmarkData load(BenchmarkOwner big, BenchmarkOwner small) throws SQLException {
    long began = System.nanoTime();
    BenchmarkData stock = BenchmarkData.load(database, big, small);
    try (Connection connection = database.connect();
        Statement analyze = connection.createStatement()) {
      analyze.execute("analyze table host, port, service, binding");
    }
    report.note(
        "%,d services on %d hosts, and %,d hosts with one; loaded in %.1f s",
        stock.services.size(),
        stock.big.size(),
        stock.small.size(),
        (System.nanoTime() - began) / 1e9);
    return stock;
  }

  private List<Workload> works(BenchmarkData stock, BenchmarkOwner big, BenchmarkOwner small) {
    return List.of(
        new CreateWorkload("create a service, host of 1", database, small, stock.small),
        new CreateWorkload("create a service, host of 1,000", database, big, stock.big),
        new GetWorkload(big, stock.services),
        new ListWorkload(big),
        new PutWorkload(big, stock.movable),
        new BulkDeleteWorkload(database, small, stock));
  }

  private void measure(BerthProcess berth, List<Workload> works) throws Exception {
    try (BenchmarkClient http =
        BenchmarkClient.to(berth.port(), CONNECTIONS.get(CONNECTIONS.size() - 1))) {
      Measurement measurement =
          new Measurement(database, http, new ResourceUsage(database, berth.pid()));
      warmUp(measurement, works);
      for (Workload work : works) {
        for (int connections : CONNECTIONS) {
          report.line(measurement.measure(work, connections, CELL));
        }
      }
    }
  }

  private void warmUp(Measurement measurement, List<Workload> works) throws Exception {
    long done = 0;
    for (int round = 1; round <= FEWEST_ROUNDS || (round <= MOST_ROUNDS && done < WARM); round++) {
      Measurement.Side warm = measurement.byHttp(works, WARM_CONNECTIONS, ROUND);
      told("Berth", round, warm);
      done += warm.run().latencies().getTotalCount();
    }
    if (done < WARM) {
      report.note("Berth is not warm: a busy machine. Its first lines cost more than they should.");
    }
    told("floor", 1, measurement.byJdbc(works, WARM_CONNECTIONS, FLOOR_ROUND));
  }

  private void told(String side, int round, Measurement.Side warm) {
    report.note(
        "Warm-up of %s, round %d: %,d of all works at once, at %d connections in %.0f s, %.0f/s",
        side,
        round,
        warm.run().latencies().getTotalCount(),
        WARM_CONNECTIONS,
        warm.run().seconds(),
        warm.run().perSecond());
    if (warm.run().errors() > 0) {
      report.error("warm-up: " + warm.run().errors() + " errors, " + warm.run().firstError());
    }
  }

  private void readWholeList(BerthProcess berth, BenchmarkClient http) {
    WholeListMeasurement list = WholeListMeasurement.read(http);
    report.note(
        "GET /services?limit=0 in a heap of 256 MiB: %s; peak RSS %s MiB",
        list.told(), ResourceUsage.memory(berth.pid(), "VmHWM"));
    if (!list.holds(BenchmarkData.BIG_HOSTS * BenchmarkData.SERVICES)) {
      report.error("not all services came in the list without a limit");
    }
  }
}
