package io.berth.networks;

import java.util.Set;
import java.util.UUID;

/**
 * Networks are about to be deleted, in the transaction that is under way. Features whose rows
 * others may be adding to, or that have rows below them, lock and delete them now; the schema then
 * deletes what is left within.
 */
public record NetworksLeaving(Set<UUID> networkIds) {}
