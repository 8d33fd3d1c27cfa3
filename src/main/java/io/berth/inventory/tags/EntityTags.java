package io.berth.inventory.tags;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;

/** The new tags of an entity, which replace all others. */
public record EntityTags(
    @NotNull EntityType entityType, @NotNull UUID entityId, @NotNull List<@NotNull UUID> tagIds) {}
