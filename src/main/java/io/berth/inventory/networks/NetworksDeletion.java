package io.berth.inventory.networks;

import java.util.Set;
import java.util.UUID;

/**
 * Networks are about to be deleted, in the transaction that is under way. First, features whose
 * rows others may be adding to lock them; then what stands on hosts goes, and then what stands in
 * the network itself. Each level is deleted by name, though the foreign keys cascade: MySQL 9.7
 * follows a cascade over two levels for the first row only, and leaves orphans of the others.
 */
public record NetworksDeletion(Set<UUID> networkIds) {
  /** The priority of observers that lock. */
  public static final int LOCK = 1;

  /** The priority of observers that delete what stands on hosts. */
  public static final int ON_HOSTS = 2;

  /** The priority of observers that delete what stands in the network. */
  public static final int IN_NETWORK = 3;
}
