package io.berth.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Collects the results: prints each row at once and writes all of them to a file at the end. */
final class Report {
  private static final List<String> COLUMNS =
      List.of(
          "workload",
          "conn.",
          "req/s",
          "p50 ms",
          "p99 ms",
          "baseline/s",
          "p50 ms",
          "p99 ms",
          "Berth/baseline",
          "SQL/req",
          "baseline",
          "CPU Berth",
          "DB",
          "load",
          "baseline DB",
          "load",
          "RSS Berth",
          "DB",
          "errors");

  private final PrintStream out;
  private final List<String> notes = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();
  private final List<String> errors = new ArrayList<>();

  Report(PrintStream out) {
    this.out = out;
  }

  /** Adds a fact beside the table. */
  void note(String format, Object... values) {
    String note = String.format(Locale.ROOT, format, values);
    notes.add("- " + note);
    out.println(note);
  }

  /** Adds an error, which makes the benchmark fail. */
  void error(String error) {
    errors.add(error);
    note("ERROR: %s", error);
  }

  boolean hasNoErrors() {
    return errors.isEmpty();
  }

  /** Adds a row to the table and prints it. */
  void addRow(Measurement.Comparison comparison) {
    Measurement.Result berth = comparison.berth();
    Measurement.Result baseline = comparison.baseline();
    rows.add(
        List.of(
            comparison.workload(),
            String.valueOf(comparison.connections()),
            rate(berth.run().perSecond()),
            number(berth.run().millis(50)),
            number(berth.run().millis(99)),
            rate(baseline.run().perSecond()),
            number(baseline.run().millis(50)),
            number(baseline.run().millis(99)),
            number(comparison.ratio()),
            number(berth.statements()),
            number(baseline.statements()),
            number(berth.perThousand(berth.usage().berth())),
            number(berth.perThousand(berth.usage().server())),
            number(berth.perThousand(berth.usage().load())),
            number(baseline.perThousand(baseline.usage().server())),
            number(baseline.perThousand(baseline.usage().load())),
            berth.berthMemory(),
            berth.serverMemory(),
            String.valueOf(comparison.errors())));
    out.println(String.join("  ", rows.get(rows.size() - 1)));
    if (comparison.errors() > 0) {
      error(
          comparison.workload()
              + ": "
              + berth.run().firstError()
              + " "
              + baseline.run().firstError());
    }
  }

  private static String rate(double perSecond) {
    return perSecond < 100 ? number(perSecond) : String.format(Locale.ROOT, "%.0f", perSecond);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.1f", value);
  }

  void write(Path file) throws IOException {
    String table = table();
    out.println();
    out.print(table);
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        "# Berth benchmark\n\n" + table + "\n" + LEGEND + "\n" + String.join("\n", notes) + "\n");
    out.println("Written to " + file);
  }

  private String table() {
    StringBuilder table = new StringBuilder();
    append(table, COLUMNS);
    append(
        table, COLUMNS.stream().map(column -> column.equals("workload") ? "---" : "---:").toList());
    rows.forEach(row -> append(table, row));
    return table.toString();
  }

  private void append(StringBuilder table, List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      table.append(String.format("| %" + (i == 0 ? "-" : "") + width(i) + "s ", cells.get(i)));
    }
    table.append("|\n");
  }

  private int width(int column) {
    return Math.max(
        Math.max(4, COLUMNS.get(column).length()),
        rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0));
  }

  private static final String LEGEND =
      """
      "Baseline" is the same rows over plain JDBC: server-side prepared statements, one connection for each thread,
      READ COMMITTED, one commit for each write operation, reads with autocommit. Latencies are those of the client.
      "SQL/req" is the number of SELECT, INSERT, UPDATE and DELETE statements for each request, as the server counted
      them. CPU is in seconds for 1,000 requests: Berth, the database server ("DB") and the load generator ("load").
      RSS is in MiB, after the run. The baseline creates rows without checking any rule. It reads what the responses
      contain: bindings and tag ids, and for the list also the total count, always of the first page. A bulk delete
      deletes the 1,000 services of one host, each with one binding; its p99 of 24, 32 and 64 requests is the slowest
      request. Each connection has its own hosts. Services that a measurement created are deleted after it, so that
      each measurement starts with the same hosts; within a measurement a small host gets one more service, a big one
      at most 150 more.
      """;
}
