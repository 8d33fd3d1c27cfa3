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
 * The diff between the stored rows of one kind on a host and those of a list. No row is updated: a
 * changed row is deleted too, before anything is written, and inserted again with its id, so that
 * the unique keys see no intermediate state and rows can swap unique values.
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

  /** The rows to delete, and which of them are not inserted again. */
  RowChanges displaced() {
    return new RowChanges(displaced, gone);
  }

  /** The rows to insert after that: the new and the changed ones. */
  List<E> written() {
    return written;
  }
}
