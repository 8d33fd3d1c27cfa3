package io.berth.bench;

import java.sql.Connection;
import java.sql.SQLException;

/** One kind of work, in two implementations that read and write the same rows. */
interface Workload {

  /** The name in the report. */
  String name();

  /** Prepares the data for this number of connections; not measured. */
  default void prepare(int connections) throws SQLException {}

  /** The workload over HTTP. */
  BenchmarkOperation byHttp(BenchmarkClient http, ConnectionShare share);

  /**
   * The baseline: the same rows over plain JDBC on a connection of its own, one commit for each
   * operation.
   */
  BenchmarkOperation byJdbc(Connection connection, ConnectionShare share) throws SQLException;

  /** Restores the data after the run; not measured. */
  default void restore() throws SQLException {}
}
