package io.berth.hosts;

import java.time.Instant;
import java.util.UUID;

/** An interface as JSON. */
public record InterfaceView(
    UUID id,
    UUID networkId,
    UUID hostId,
    UUID subnetId,
    String ipAddress,
    String macAddress,
    String name,
    int position,
    Instant createdAt,
    Instant updatedAt) {

  static InterfaceView of(Interface one) {
    return new InterfaceView(
        one.id(),
        one.networkId(),
        one.hostId(),
        one.subnetId(),
        one.ipAddress(),
        one.macAddress(),
        one.name(),
        one.position(),
        one.createdAt(),
        one.updatedAt());
  }
}
