package io.berth.inventory.networks;

import java.util.Set;
import java.util.UUID;

/**
 * Event: networks are about to be deleted in the current transaction. First, observers lock the
 * rows to which other transactions may be adding; then they delete the rows that belong to hosts,
 * and then those that belong to the network itself. Each level is deleted by an explicit statement
 * although the foreign keys cascade: MySQL 9.7 follows a cascade over two levels for the first row
 * only, and leaves orphans of the others.
 */
public record NetworksDeletion(Set<UUID> networkIds) {
  /** The priority of observers that lock rows. */
  public static final int LOCK = 1;

  /** The priority of observers that delete rows that belong to hosts. */
  public static final int ON_HOSTS = 2;

  /** The priority of observers that delete rows that belong to the network. */
  public static final int IN_NETWORK = 3;
}
