package io.berth.tags;

import java.time.Instant;
import java.util.UUID;

/** A tag in a table. */
public record TagRow(
    UUID id,
    String name,
    String description,
    Color color,
    UUID organizationId,
    Instant createdAt,
    Instant updatedAt) {

  static TagRow of(Tag tag) {
    return new TagRow(
        tag.id(),
        tag.name(),
        tag.description(),
        tag.color(),
        tag.organizationId(),
        tag.createdAt(),
        tag.updatedAt());
  }
}
