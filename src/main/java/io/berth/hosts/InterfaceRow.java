package io.berth.hosts;

import java.time.Instant;
import java.util.UUID;

/** An interface in a table. */
public record InterfaceRow(
    UUID id,
    String ipAddress,
    String macAddress,
    String name,
    UUID hostId,
    UUID subnetId,
    UUID networkId,
    int position,
    Instant createdAt,
    Instant updatedAt) {

  static InterfaceRow of(Interface one) {
    return new InterfaceRow(
        one.id(),
        one.ipAddress(),
        one.macAddress(),
        one.name(),
        one.hostId(),
        one.subnetId(),
        one.networkId(),
        one.position(),
        one.createdAt(),
        one.updatedAt());
  }
}
