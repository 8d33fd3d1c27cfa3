package io.berth.testing;

/**
 * Counts the SQL statements that the server runs for a call. One client at a time: what others ask
 * meanwhile is counted too.
 */
public final class Statements {
  private Statements() {}

  /** How many statements the database has run between the beginning and the end of the call. */
  public static long of(Runnable call) {
    Sql.update("set query_statistics true");
    Sql.update("set query_statistics_max_entries 10000");
    try {
      long before = executed();
      call.run();
      return executed() - before;
    } finally {
      Sql.update("set query_statistics false");
    }
  }

  /** Those that read or write rows of Berth; what keeps a connection is not counted. */
  private static long executed() {
    return Sql.number(
        "select coalesce(sum(execution_count), 0) from information_schema.query_statistics"
            + " where regexp_like(sql_statement, '^(select|insert|update|delete) ', 'i')"
            + " and lower(sql_statement) not like '%information_schema%'"
            + " and lower(sql_statement) not like '%from dual'");
  }
}
