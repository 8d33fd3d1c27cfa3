package io.berth.inventory;

import java.util.UUID;

/** Two hosts that shall become one: the other goes, what stands on it comes to the first. */
@Mergeable
public record HostMerge(UUID hostId, UUID otherId) {}
