package io.berth.inventory;

import java.util.UUID;

/** A merge of two hosts: the rows of the other host move to the first, and the other is deleted. */
@Mergeable
public record HostMerge(UUID hostId, UUID otherId) {}
