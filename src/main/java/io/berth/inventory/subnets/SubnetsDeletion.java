package io.berth.inventory.subnets;

import java.util.Set;
import java.util.UUID;

/** Subnets are about to be deleted, in the transaction that is under way; they are locked. */
public record SubnetsDeletion(Set<UUID> subnetIds) {}
