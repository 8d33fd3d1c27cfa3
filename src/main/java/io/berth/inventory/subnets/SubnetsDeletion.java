package io.berth.inventory.subnets;

import java.util.Set;
import java.util.UUID;

/** Event: subnets, which are locked, are about to be deleted in the current transaction. */
public record SubnetsDeletion(Set<UUID> subnetIds) {}
