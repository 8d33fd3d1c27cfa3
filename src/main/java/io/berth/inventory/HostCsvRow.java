package io.berth.inventory;

import io.berth.hosts.Host;
import java.time.Instant;
import java.util.UUID;

/** A host as a CSV row. */
public record HostCsvRow(
    UUID id,
    String name,
    String hostname,
    String description,
    UUID networkId,
    String source,
    boolean hidden,
    Instant createdAt,
    Instant updatedAt) {

  static HostCsvRow of(Host host) {
    return new HostCsvRow(
        host.id(),
        host.name(),
        host.hostname(),
        host.description(),
        host.networkId(),
        host.source().getType(),
        host.hidden(),
        host.createdAt(),
        host.updatedAt());
  }
}
