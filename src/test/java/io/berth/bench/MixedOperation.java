package io.berth.bench;

import java.util.List;

/**
 * One of several works, as long as there is something to do, then the next. Connections begin with
 * different ones, so that a slow work does not hold up the others.
 */
final class MixedOperation implements BenchmarkOperation {
  private final List<BenchmarkOperation> units;
  private int current;

  MixedOperation(List<BenchmarkOperation> units, int first) {
    this.units = units;
    this.current = first;
  }

  @Override
  public boolean run() throws Exception {
    for (int tries = 0; tries < units.size(); tries++) {
      if (units.get(current % units.size()).run()) {
        return true;
      }
      current++;
    }
    return false;
  }
}
