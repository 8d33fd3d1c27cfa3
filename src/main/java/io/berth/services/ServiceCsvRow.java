package io.berth.services;

import java.time.Instant;
import java.util.UUID;

/** A service as a row of a CSV file. */
public record ServiceCsvRow(
    UUID id,
    String name,
    String serviceDefinition,
    UUID hostId,
    UUID networkId,
    String source,
    int position,
    Instant createdAt,
    Instant updatedAt) {

  static ServiceCsvRow of(Service service) {
    return new ServiceCsvRow(
        service.id(),
        service.name(),
        service.serviceDefinition(),
        service.hostId(),
        service.networkId(),
        service.source().getType(),
        service.position(),
        service.createdAt(),
        service.updatedAt());
  }
}
