package io.berth.testing;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Counts the SQL statements that the server runs for a call. One client at a time: what others ask
 * meanwhile is counted too.
 */
public final class StatementCounter {
  private StatementCounter() {}

  private static final List<String> READING = List.of("select", "delete");
  private static final List<String> ALL = List.of("select", "delete", "insert", "update");

  /** How many statements the database has run between the beginning and the end of the call. */
  public static long of(Runnable call) {
    return count(call, ALL);
  }

  /** The same without those that write one row each and go to the database in batches. */
  public static long besideBatches(Runnable call) {
    return count(call, READING);
  }

  private static long count(Runnable call, List<String> verbs) {
    return SharedBerth.database().isMySql() ? logged(call, verbs) : counted(call, verbs);
  }

  /** H2 counts how often it has run each text. */
  private static long counted(Runnable call, List<String> verbs) {
    String count =
        "select coalesce(sum(execution_count), 0) from information_schema.query_statistics where "
            + touchesRows("sql_statement", verbs);
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

  /** MySQL writes down each statement that it runs. */
  private static long logged(Runnable call, List<String> verbs) {
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
            + touchesRows("argument", verbs));
  }

  /** Those that read or write rows of Berth; what keeps a connection is not counted. */
  private static String touchesRows(String statement, List<String> verbs) {
    String begins =
        verbs.stream()
            .map(verb -> "lower(%s) like '%s %%'".formatted(statement, verb))
            .collect(Collectors.joining(" or ", "(", ")"));
    return "lower(%1$s) not like '%%information_schema%%' and lower(%1$s) not like '%%from dual'"
            .formatted(statement)
        + " and lower(%1$s) not like 'select @@%%' and ".formatted(statement)
        + begins;
  }
}
