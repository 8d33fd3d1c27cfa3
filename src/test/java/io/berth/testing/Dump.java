package io.berth.testing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Everything that is stored, row by row; keys are left out, for their use is noted in them. */
public final class Dump {
  private Dump() {}

  /** The rows of every table, by the table's name. */
  public static Map<String, List<String>> taken() {
    Map<String, List<String>> dump = new TreeMap<>();
    Sql.rows(
            "select lower(table_name) from information_schema.tables where table_schema = schema()"
                + " and lower(table_name) not in ('api_key', 'flyway_schema_history')")
        .forEach(row -> dump.put(row.get(0).toString(), of(row.get(0).toString())));
    return dump;
  }

  private static List<String> of(String table) {
    return Sql.rows("select * from " + table).stream().map(List::toString).sorted().toList();
  }
}
