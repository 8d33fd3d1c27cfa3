package io.berth.bench;

import java.util.List;

/**
 * Repeats one operation until its data is used up, then the next. Connections start with different
 * operations, so that a slow one does not delay the others.
 */
final class MixedOperation implements BenchmarkOperation {
  private final List<BenchmarkOperation> operations;
  private int current;

  MixedOperation(List<BenchmarkOperation> operations, int first) {
    this.operations = operations;
    this.current = first;
  }

  @Override
  public boolean run() throws Exception {
    for (int attempts = 0; attempts < operations.size(); attempts++) {
      if (operations.get(current % operations.size()).run()) {
        return true;
      }
      current++;
    }
    return false;
  }
}
