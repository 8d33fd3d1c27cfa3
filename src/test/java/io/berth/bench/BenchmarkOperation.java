package io.berth.bench;

/** The operation that a connection repeats. */
@FunctionalInterface
interface BenchmarkOperation {

  /** Runs once; false if nothing was done because the prepared data is used up. */
  boolean run() throws Exception;
}
