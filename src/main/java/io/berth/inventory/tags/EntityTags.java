package io.berth.inventory.tags;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;

/** The tags that an entity is to have, and no others. */
public record EntityTags(
    @NotNull EntityType entityType, @NotNull UUID entityId, @NotNull List<@NotNull UUID> tagIds) {}
