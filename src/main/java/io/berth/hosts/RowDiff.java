package io.berth.hosts;

import io.berth.persistence.StoredEntity;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How the stored things of one kind on a host become those of a list. No row changes: what changes
 * goes too, before anything is written, and comes back under its identity, so that the unique keys
 * see no state in between and things can swap what must be unique.
 */
final class RowDiff<E extends StoredEntity> {
  private final Set<UUID> gone = new HashSet<>();
  private final Set<UUID> displaced = new HashSet<>();
  private final List<E> written;

  RowDiff(Collection<E> stored, List<E> wanted, BiPredicate<E, E> same) {
    Map<UUID, E> before =
        stored.stream().collect(Collectors.toMap(StoredEntity::id, Function.identity()));
    written =
        wanted.stream()
            .filter(w -> !before.containsKey(w.id()) || !same.test(before.get(w.id()), w))
            .toList();
    gone.addAll(before.keySet());
    wanted.forEach(w -> gone.remove(w.id()));
    displaced.addAll(gone);
    written.stream().map(StoredEntity::id).filter(before::containsKey).forEach(displaced::add);
  }

  /** The things whose rows are to be deleted, and which of them do not come back. */
  RowChanges displaced() {
    return new RowChanges(displaced, gone);
  }

  /** What is to be written then: what is new, and what comes back changed. */
  List<E> written() {
    return written;
  }
}
