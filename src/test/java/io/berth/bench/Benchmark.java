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

/**
 * Starts a database server and Berth, loads the data, runs the measurements and writes the report.
 */
final class Benchmark {
  private static final Duration TIME_LIMIT = Duration.ofMinutes(9);
  private static final List<Integer> CONNECTIONS = List.of(1, 16, 64);
  private static final List<String> PRODUCTION_OPTIONS =
      List.of("-Xms512m", "-Xmx512m", "-XX:+UseParallelGC");
  private static final List<String> SMALL_HEAP_OPTIONS = List.of("-Xmx256m", "-XX:+UseParallelGC");
  private static final Duration MEASUREMENT_TIME = Duration.ofMillis(4500);
  private static final Duration WARM_UP_ROUND = Duration.ofSeconds(15);
  private static final Duration BASELINE_WARM_UP = Duration.ofSeconds(4);
  private static final int MIN_WARM_UP_ROUNDS = 6;
  private static final int MAX_WARM_UP_ROUNDS = 9;

  /** Before this number of requests, the JIT compiler uses much of Berth's CPU time. */
  private static final long WARM_UP_REQUESTS = 40_000;

  private static final int WARM_UP_CONNECTIONS = 16;

  private final Report report = new Report(System.out);
  private final Cleanup cleanup;
  private Database database;

  private Benchmark(Cleanup cleanup) {
    this.cleanup = cleanup;
  }

  /**
   * Writes the report to the file that the first argument names; exits with 0 if there was no
   * error.
   */
  public static void main(String[] arguments) {
    int code = 1;
    try (Cleanup cleanup = new Cleanup(TIME_LIMIT)) {
      code = new Benchmark(cleanup).run(Path.of(arguments[0])) ? 0 : 1;
    } catch (Exception failure) {
      failure.printStackTrace();
    } finally {
      System.exit(code);
    }
  }

  private boolean run(Path file) throws Exception {
    long start = System.nanoTime();
    startDatabase();
    BenchmarkOwner big;
    try (BerthProcess berth = startBerth("an empty database", PRODUCTION_OPTIONS)) {
      big = BenchmarkOwner.create(database, "scp_u_bigHostsbigHostsbigHostsbigHosts");
      BenchmarkOwner small =
          BenchmarkOwner.create(database, "scp_u_smallHostssmallHostssmallHosts00");
      BenchmarkData data = load(big, small);
      measure(berth, workloads(data, big, small));
    }
    try (BerthProcess berth = startBerth("the full database", SMALL_HEAP_OPTIONS);
        BenchmarkClient http = BenchmarkClient.to(berth.port(), 1)) {
      readWholeList(berth, http.as(big));
    }
    report.note("Total time: %.0f s", (System.nanoTime() - start) / 1e9);
    report.write(file);
    return report.hasNoErrors();
  }

  private void startDatabase() throws SQLException {
    MariaDbServer server =
        new MariaDbServer(
            "--performance-schema=OFF",
            "--innodb-buffer-pool-size=1G",
            "--innodb-log-file-size=512M");
    cleanup.add(server::close);
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

  private BerthProcess startBerth(String databaseState, List<String> options) {
    Path directory = SharedBerth.directory("berth-bench");
    cleanup.add(() -> SharedBerth.remove(directory));
    long start = System.nanoTime();
    BerthProcess berth =
        BerthProcess.launch(directory, database.environment(SharedBerth.FIRST_KEY), options);
    cleanup.add(berth::kill);
    berth.ready();
    report.note(
        "Start with %s on %s: first 200 after %.1f s, RSS then %s MiB",
        String.join(" ", options),
        databaseState,
        (System.nanoTime() - start) / 1e9,
        ResourceUsage.memory(berth.pid(), "VmRSS"));
    return berth;
  }

  private BenchmarkData load(BenchmarkOwner big, BenchmarkOwner small) throws SQLException {
    long start = System.nanoTime();
    BenchmarkData data = BenchmarkData.load(database, big, small);
    try (Connection connection = database.connect();
        Statement analyze = connection.createStatement()) {
      analyze.execute("analyze table host, port, service, binding");
    }
    report.note(
        "%,d services on %d hosts, and %,d hosts with one; loaded in %.1f s",
        data.services.size(),
        data.bigHosts.size(),
        data.smallHosts.size(),
        (System.nanoTime() - start) / 1e9);
    return data;
  }

  private List<Workload> workloads(BenchmarkData data, BenchmarkOwner big, BenchmarkOwner small) {
    return List.of(
        new CreateWorkload("create a service, host of 1", database, small, data.smallHosts),
        new CreateWorkload("create a service, host of 1,000", database, big, data.bigHosts),
        new GetWorkload(big, data.services),
        new ListWorkload(big),
        new PutWorkload(big, data.movableServices),
        new BulkDeleteWorkload(database, small, data));
  }

  private void measure(BerthProcess berth, List<Workload> workloads) throws Exception {
    try (BenchmarkClient http =
        BenchmarkClient.to(berth.port(), CONNECTIONS.get(CONNECTIONS.size() - 1))) {
      Measurement measurement =
          new Measurement(database, http, new ResourceUsage(database, berth.pid()));
      warmUp(measurement, workloads);
      for (Workload workload : workloads) {
        for (int connections : CONNECTIONS) {
          report.addRow(measurement.measure(workload, connections, MEASUREMENT_TIME));
        }
      }
    }
  }

  private void warmUp(Measurement measurement, List<Workload> workloads) throws Exception {
    long requests = 0;
    for (int round = 1;
        round <= MIN_WARM_UP_ROUNDS || (round <= MAX_WARM_UP_ROUNDS && requests < WARM_UP_REQUESTS);
        round++) {
      Measurement.Result result = measurement.byHttp(workloads, WARM_UP_CONNECTIONS, WARM_UP_ROUND);
      reportWarmUp("Berth", round, result);
      requests += result.run().latencies().getTotalCount();
    }
    if (requests < WARM_UP_REQUESTS) {
      report.note(
          "Berth is not fully warmed up (busy machine): the first rows show too high costs.");
    }
    reportWarmUp(
        "baseline", 1, measurement.byJdbc(workloads, WARM_UP_CONNECTIONS, BASELINE_WARM_UP));
  }

  private void reportWarmUp(String target, int round, Measurement.Result result) {
    report.note(
        "Warm-up of %s, round %d: %,d requests of all workloads, %d connections, %.0f s, %.0f/s",
        target,
        round,
        result.run().latencies().getTotalCount(),
        WARM_UP_CONNECTIONS,
        result.run().seconds(),
        result.run().perSecond());
    if (result.run().errors() > 0) {
      report.error("warm-up: " + result.run().errors() + " errors, " + result.run().firstError());
    }
  }

  private void readWholeList(BerthProcess berth, BenchmarkClient http) {
    WholeListMeasurement list = WholeListMeasurement.read(http);
    report.note(
        "GET /services?limit=0 in a heap of 256 MiB: %s; peak RSS %s MiB",
        list.summary(), ResourceUsage.memory(berth.pid(), "VmHWM"));
    if (!list.isComplete(BenchmarkData.BIG_HOSTS * BenchmarkData.SERVICES)) {
      report.error("the list without a limit is incomplete");
    }
  }
}
