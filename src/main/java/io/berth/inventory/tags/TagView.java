package io.berth.inventory.tags;

import java.time.Instant;
import java.util.UUID;

/** A tag as JSON. */
public record TagView(
    UUID id,
    String name,
    String description,
    Color color,
    UUID organizationId,
    Instant createdAt,
    Instant updatedAt) {

  static TagView of(Tag tag) {
    return new TagView(
        tag.id(),
        tag.name(),
        tag.description(),
        tag.color(),
        tag.organizationId(),
        tag.createdAt(),
        tag.updatedAt());
  }
}
