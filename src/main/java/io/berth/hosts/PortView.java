package io.berth.hosts;

import java.time.Instant;
import java.util.UUID;

/** A port as JSON. */
public record PortView(
    UUID id,
    UUID hostId,
    UUID networkId,
    int number,
    Protocol protocol,
    String type,
    Instant createdAt,
    Instant updatedAt) {

  static PortView of(Port port) {
    return new PortView(
        port.id(),
        port.hostId(),
        port.networkId(),
        port.number(),
        port.protocol(),
        port.type(),
        port.createdAt(),
        port.updatedAt());
  }
}
