package io.berth.bench;

import java.util.List;
import java.util.UUID;

/** A host and pairs of its free ports, one for each service that can be added. */
record HostWithFreePorts(UUID host, List<Pair> free) {

  record Pair(UUID one, UUID other) {}

  /** A service that is bound to one pair and can be bound to the other. */
  static final class Movable {
    private final UUID host;
    private final UUID service;
    private final Pair first;
    private final Pair second;
    private boolean moved;

    Movable(UUID host, UUID service, Pair first, Pair second) {
      this.host = host;
      this.service = service;
      this.first = first;
      this.second = second;
    }

    UUID host() {
      return host;
    }

    UUID service() {
      return service;
    }

    /** The pair for the next replacement of its bindings. */
    Pair next() {
      return moved ? first : second;
    }

    void swap() {
      moved = !moved;
    }
  }
}
