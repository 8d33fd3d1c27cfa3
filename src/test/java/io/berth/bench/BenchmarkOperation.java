package io.berth.bench;

/** What one connection does again and again. */
@FunctionalInterface
interface BenchmarkOperation {

  /** Does it once; false: nothing was done, because there is nothing left to do it with. */
  boolean run() throws Exception;
}
