package io.berth.inventory.subnets;

import java.time.Instant;
import java.util.UUID;

/** A subnet as a CSV row. */
public record SubnetCsvRow(
    UUID id,
    String name,
    String cidr,
    SubnetType subnetType,
    String description,
    UUID networkId,
    String source,
    Instant createdAt,
    Instant updatedAt) {

  static SubnetCsvRow of(Subnet subnet) {
    return new SubnetCsvRow(
        subnet.id(),
        subnet.name(),
        subnet.cidr(),
        subnet.subnetType(),
        subnet.description(),
        subnet.networkId(),
        subnet.source().getType(),
        subnet.createdAt(),
        subnet.updatedAt());
  }
}
