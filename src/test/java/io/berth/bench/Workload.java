package io.berth.bench;

import java.sql.Connection;
import java.sql.SQLException;

/** One kind of work, in two forms that read and write the same rows. */
interface Workload {

  /** What the report calls it. */
  String name();

  /** Before the clock starts: what so many connections need. */
  default void prepare(int connections) throws SQLException {}

  /** The work over HTTP. */
  BenchmarkOperation byHttp(BenchmarkClient http, ConnectionShare share);

  /** The floor: the rows of the work on a connection of its own, one commit per unit. */
  BenchmarkOperation byJdbc(Connection connection, ConnectionShare share) throws SQLException;

  /** After the clock has stopped: everything is as it was before. */
  default void restore() throws SQLException {}
}
