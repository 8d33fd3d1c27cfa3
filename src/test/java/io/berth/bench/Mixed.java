package io.berth.bench;

import java.util.List;

/** All works in turn, each as long as there is something to do: what warms up what is measured. */
final class Mixed implements Unit {
  private final List<Unit> units;
  private int next;

  Mixed(List<Unit> units) {
    this.units = units;
  }

  @Override
  public boolean run() throws Exception {
    for (int tries = 0; tries < units.size(); tries++) {
      if (units.get(next++ % units.size()).run()) {
        return true;
      }
    }
    return false;
  }
}
