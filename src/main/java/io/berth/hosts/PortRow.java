package io.berth.hosts;

import java.time.Instant;
import java.util.UUID;

/** A port in a table. */
public record PortRow(
    UUID id,
    int portNumber,
    Protocol protocol,
    String portType,
    UUID hostId,
    UUID networkId,
    Instant createdAt,
    Instant updatedAt) {

  static PortRow of(Port port) {
    return new PortRow(
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
