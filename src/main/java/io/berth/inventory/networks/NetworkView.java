package io.berth.inventory.networks;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A network as JSON. */
public record NetworkView(
    UUID id,
    String name,
    UUID organizationId,
    List<UUID> tags,
    Instant createdAt,
    Instant updatedAt) {

  static NetworkView of(Network network, List<UUID> tags) {
    return new NetworkView(
        network.id(),
        network.name(),
        network.organizationId(),
        tags,
        network.createdAt(),
        network.updatedAt());
  }
}
