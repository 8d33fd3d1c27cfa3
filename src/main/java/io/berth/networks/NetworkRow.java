package io.berth.networks;

import java.time.Instant;
import java.util.UUID;

/** A network in a table. */
public record NetworkRow(
    UUID id, String name, UUID organizationId, Instant createdAt, Instant updatedAt) {

  static NetworkRow of(Network network) {
    return new NetworkRow(
        network.id(),
        network.name(),
        network.organizationId(),
        network.createdAt(),
        network.updatedAt());
  }
}
