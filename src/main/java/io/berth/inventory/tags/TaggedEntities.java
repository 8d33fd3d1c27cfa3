package io.berth.inventory.tags;

import io.berth.refusals.AtLeastOneId;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;

/** The entities that a tag is to be put on, or taken off. */
public record TaggedEntities(
    @NotNull EntityType entityType,
    @NotNull @AtLeastOneId List<@NotNull UUID> entityIds,
    @NotNull UUID tagId) {

  /** How many entities have changed: those that had the tag already, or had it not, have not. */
  public record Affected(int affectedCount) {}
}
