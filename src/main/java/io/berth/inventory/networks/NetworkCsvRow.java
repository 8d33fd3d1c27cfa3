package io.berth.inventory.networks;

import java.time.Instant;
import java.util.UUID;

/** A network as a CSV row. */
public record NetworkCsvRow(
    UUID id, String name, UUID organizationId, Instant createdAt, Instant updatedAt) {

  static NetworkCsvRow of(Network network) {
    return new NetworkCsvRow(
        network.id(),
        network.name(),
        network.organizationId(),
        network.createdAt(),
        network.updatedAt());
  }
}
