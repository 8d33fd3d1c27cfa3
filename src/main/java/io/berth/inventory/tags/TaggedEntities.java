package io.berth.inventory.tags;

import io.berth.refusals.AtLeastOneId;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;

/** The entities to which a tag is added, or from which it is removed. */
public record TaggedEntities(
    @NotNull EntityType entityType,
    @NotNull @AtLeastOneId List<@NotNull UUID> entityIds,
    @NotNull UUID tagId) {

  /**
   * The number of changed entities; adding a tag that an entity has, or removing one that it does
   * not have, is no change.
   */
  public record Affected(int affectedCount) {}
}
