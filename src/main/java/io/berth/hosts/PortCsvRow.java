package io.berth.hosts;

import java.time.Instant;
import java.util.UUID;

/** A port as a CSV row. */
public record PortCsvRow(
    UUID id,
    int portNumber,
    Protocol protocol,
    String portType,
    UUID hostId,
    UUID networkId,
    Instant createdAt,
    Instant updatedAt) {

  static PortCsvRow of(Port port) {
    return new PortCsvRow(
        port.id(),
        port.number(),
        port.protocol(),
        port.type(),
        port.hostId(),
        port.networkId(),
        port.createdAt(),
        port.updatedAt());
  }
}
