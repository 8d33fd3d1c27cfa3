package io.berth.hosts;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * The ports and interfaces of a host whose rows have been deleted, and with them, by the schema,
 * whatever referred to them; and which of them are no more.
 */
public record RowChanges(Set<UUID> ids, Set<UUID> gone) {

  /** Nothing. */
  public static RowChanges none() {
    return new RowChanges(Set.of(), Set.of());
  }

  /** These and those. */
  public RowChanges and(RowChanges others) {
    return new RowChanges(union(ids, others.ids), union(gone, others.gone));
  }

  private static Set<UUID> union(Set<UUID> some, Set<UUID> others) {
    Set<UUID> all = new HashSet<>(some);
    all.addAll(others);
    return all;
  }
}
