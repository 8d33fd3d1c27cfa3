package io.berth.networks;

import java.util.Set;
import java.util.UUID;

/**
 * Networks are about to be deleted, in the transaction that is under way. Features whose rows
 * others may be adding to lock them now; the schema then deletes everything within.
 */
public record NetworksLeaving(Set<UUID> networkIds) {}
