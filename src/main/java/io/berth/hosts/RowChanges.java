package io.berth.hosts;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * The ports and interfaces of a host whose rows were deleted, and with them, by the schema, all
 * rows that referred to them; {@code gone} are those that are not inserted again.
 */
public record RowChanges(Set<UUID> ids, Set<UUID> gone) {

  /** No deleted rows. */
  public static RowChanges none() {
    return new RowChanges(Set.of(), Set.of());
  }

  /** The union of both. */
  public RowChanges and(RowChanges others) {
    return new RowChanges(union(ids, others.ids), union(gone, others.gone));
  }

  private static Set<UUID> union(Set<UUID> some, Set<UUID> others) {
    Set<UUID> all = new HashSet<>(some);
    all.addAll(others);
    return all;
  }
}
