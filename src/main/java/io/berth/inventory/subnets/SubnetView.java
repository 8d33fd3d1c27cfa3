package io.berth.inventory.subnets;

import io.berth.persistence.Source;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A subnet as JSON. */
public record SubnetView(
    UUID id,
    String cidr,
    UUID networkId,
    String name,
    String description,
    SubnetType subnetType,
    Source source,
    List<UUID> tags,
    Instant createdAt,
    Instant updatedAt) {

  static SubnetView of(Subnet subnet, List<UUID> tags) {
    return new SubnetView(
        subnet.id(),
        subnet.cidr(),
        subnet.networkId(),
        subnet.name(),
        subnet.description(),
        subnet.subnetType(),
        subnet.source(),
        tags,
        subnet.createdAt(),
        subnet.updatedAt());
  }
}
