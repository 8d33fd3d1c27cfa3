package io.berth.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Collects what was found: each line is shown at once, and all is written to a file at the end. */
final class Report {
  private static final List<String> HEAD =
      List.of(
          "work",
          "conn.",
          "req/s",
          "p50 ms",
          "p99 ms",
          "floor/s",
          "p50 ms",
          "p99 ms",
          "Berth/floor",
          "SQL/req",
          "floor",
          "CPU Berth",
          "DB",
          "load",
          "floor DB",
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

  /** One fact beside the table. */
  void note(String format, Object... values) {
    String note = String.format(Locale.ROOT, format, values);
    notes.add("- " + note);
    out.println(note);
  }

  /** Something that makes the run fail. */
  void error(String error) {
    errors.add(error);
    note("ERROR: %s", error);
  }

  boolean isClean() {
    return errors.isEmpty();
  }

  /** A line of the table; shown at once in short, for whoever waits. */
  void line(Measurement.Line line) {
    Measurement.Side berth = line.berth();
    Measurement.Side floor = line.floor();
    rows.add(
        List.of(
            line.work(),
            String.valueOf(line.connections()),
            rate(berth.run().perSecond()),
            number(berth.run().millis(50)),
            number(berth.run().millis(99)),
            rate(floor.run().perSecond()),
            number(floor.run().millis(50)),
            number(floor.run().millis(99)),
            number(line.ratio()),
            number(berth.statements()),
            number(floor.statements()),
            number(berth.perThousand(berth.used().berth())),
            number(berth.perThousand(berth.used().server())),
            number(berth.perThousand(berth.used().load())),
            number(floor.perThousand(floor.used().server())),
            number(floor.perThousand(floor.used().load())),
            berth.berthMemory(),
            berth.serverMemory(),
            String.valueOf(line.errors())));
    out.println(String.join("  ", rows.get(rows.size() - 1)));
    if (line.errors() > 0) {
      error(line.work() + ": " + berth.run().firstError() + " " + floor.run().firstError());
    }
  }

  private static String rate(double perSecond) {
    return perSecond < 100 ? number(perSecond) : String.format(Locale.ROOT, "%.0f", perSecond);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.1f", value);
  }

  /** Shows the table and writes everything to the file. */
  void write(Path file) throws IOException {
    String table = table();
    out.println();
    out.print(table);
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        "# What Berth costs\n\n" + table + "\n" + LEGEND + "\n" + String.join("\n", notes) + "\n");
    out.println("Written to " + file);
  }

  private String table() {
    StringBuilder table = new StringBuilder();
    append(table, HEAD);
    append(table, HEAD.stream().map(head -> head.equals("work") ? "---" : "---:").toList());
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
        Math.max(4, HEAD.get(column).length()),
        rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0));
  }

  private static final String LEGEND =
      """
      "Floor" is the same rows by plain JDBC: prepared on the server, one connection for each thread, READ COMMITTED,
      writes in one commit for each unit, reads with autocommit. Latencies are what the client sees. "SQL/req" are the
      statements select, insert, update and delete that the server counted, for each request. CPU is in seconds for
      1,000 requests: Berth, the database server ("DB") and the load generator ("load"). RSS is in MiB, after the run.
      The floor creates rows without asking any rule. It reads what the answers hold: bindings and tag ids, and for
      the list the total count too, always of the first page. A bulk-delete deletes the 1,000 services of one host,
      each with one binding; of 24, 32 and 64 requests p99 is the slowest. Each connection has hosts of its own.
      Services made in a cell are deleted after it, so that each begins with the same hosts; within a cell a small
      host gets one service more, a big one at most 150 more.
      """;
}
