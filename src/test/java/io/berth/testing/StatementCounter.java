package io.berth.testing;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Counts the SQL statements that the server runs for a call. No other client may run at the same
 * time: its statements would be counted too.
 */
public final class StatementCounter {
  private StatementCounter() {}

  private static final List<String> UNBATCHED = List.of("select", "delete");
  private static final List<String> ALL = List.of("select", "delete", "insert", "update");

  public static long of(Runnable call) {
    return count(call, ALL);
  }

  /**
   * Counts only SELECT and DELETE: INSERT and UPDATE write one row each and are sent in batches.
   */
  public static long ofUnbatched(Runnable call) {
    return count(call, UNBATCHED);
  }

  private static long count(Runnable call, List<String> verbs) {
    return SharedBerth.database().isMySql() ? countInMySqlLog(call, verbs) : countInH2(call, verbs);
  }

  /** H2 counts the executions of each statement text. */
  private static long countInH2(Runnable call, List<String> verbs) {
    String count =
        "select coalesce(sum(execution_count), 0) from information_schema.query_statistics where "
            + isOnTables("sql_statement", verbs);
    Sql.update("set query_statistics true");
    Sql.update("set query_statistics_max_entries 10000");
    try {
      long before = Sql.number(count);
      call.run();
      return Sql.number(count) - before;
    } finally {
      Sql.update("set query_statistics false");
    }
  }

  /** MySQL logs each statement to a table. */
  private static long countInMySqlLog(Runnable call, List<String> verbs) {
    Sql.update("set global log_output = 'TABLE'");
    Sql.update("truncate table mysql.general_log");
    Sql.update("set global general_log = on");
    try {
      call.run();
    } finally {
      Sql.update("set global general_log = off");
    }
    return Sql.number(
        "select count(*) from mysql.general_log where command_type in ('Query', 'Execute') and "
            + isOnTables("argument", verbs));
  }

  /** Only statements on Berth's tables; those that check a connection are not counted. */
  private static String isOnTables(String statement, List<String> verbs) {
    String hasVerb =
        verbs.stream()
            .map(verb -> "lower(%s) like '%s %%'".formatted(statement, verb))
            .collect(Collectors.joining(" or ", "(", ")"));
    return "lower(%1$s) not like '%%information_schema%%' and lower(%1$s) not like '%%from dual'"
            .formatted(statement)
        + " and lower(%1$s) not like 'select @@%%' and ".formatted(statement)
        + hasVerb;
  }
}
