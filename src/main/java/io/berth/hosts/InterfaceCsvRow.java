package io.berth.hosts;

import java.time.Instant;
import java.util.UUID;

/** An interface as a CSV row. */
public record InterfaceCsvRow(
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

  static InterfaceCsvRow of(Interface one) {
    return new InterfaceCsvRow(
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
