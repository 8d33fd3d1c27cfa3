package io.berth.services;

import io.berth.persistence.StoredEntity;
import io.berth.refusals.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The changes from the stored bindings of a service to the wanted ones. An id that is sent is kept.
 * A binding that is sent without an id and equals a stored one keeps the stored id. A binding that
 * is not sent is deleted; one that changes is deleted and inserted again with its id.
 */
public final class BindingDiff {
  private final Map<UUID, Binding> storedById;
  private final Map<BindingTarget, Binding> storedByTarget;
  private final Set<UUID> namedIds;
  private final Set<UUID> claimedIds = new HashSet<>();
  private final List<Binding> unchanged = new ArrayList<>();
  private final Map<UUID, BindingTarget> written = new LinkedHashMap<>();

  /** Refuses an id that is sent twice. */
  BindingDiff(List<Binding> stored, List<NewBinding> wanted) {
    this(stored, wanted, Set.of());
  }

  /** For a request with several services: an id in {@code namedIds} is not inherited. */
  BindingDiff(List<Binding> stored, List<NewBinding> wanted, Set<UUID> namedIds) {
    this.namedIds = namedIds;
    storedById = stored.stream().collect(Collectors.toMap(Binding::id, Function.identity()));
    storedByTarget =
        stored.stream().collect(Collectors.toMap(Binding::target, Function.identity()));
    List<NewBinding> kept = NormalizedBindings.of(wanted).kept();
    kept.stream().map(NewBinding::ownId).filter(id -> id != null).forEach(this::claim);
    kept.forEach(this::plan);
  }

  private void claim(UUID id) {
    if (!claimedIds.add(id)) {
      throw Refusal.idTaken(id);
    }
  }

  private void plan(NewBinding wanted) {
    UUID id = wanted.ownId() == null ? inheritedId(wanted.target()) : wanted.ownId();
    Binding before = storedById.get(id);
    if (before != null && before.target().equals(wanted.target())) {
      unchanged.add(before);
    } else {
      written.put(id, wanted.target());
    }
  }

  private UUID inheritedId(BindingTarget target) {
    Binding equal = storedByTarget.get(target);
    boolean inherits =
        equal != null && !namedIds.contains(equal.id()) && claimedIds.add(equal.id());
    return inherits ? equal.id() : StoredEntity.newId();
  }

  /** Whether a binding is added, changed or deleted. */
  boolean changes() {
    return !written.isEmpty() || unchanged.size() < storedById.size();
  }

  /** The ids of the rows to delete: those that are not wanted and those that change. */
  Set<UUID> gone() {
    Set<UUID> gone = new HashSet<>(storedById.keySet());
    unchanged.forEach(binding -> gone.remove(binding.id()));
    return gone;
  }

  Stream<Binding> unchanged() {
    return unchanged.stream();
  }

  /** The bindings to insert, after the rows to delete have been deleted. */
  Stream<Binding> written(Service service) {
    return written.entrySet().stream()
        .map(entry -> binding(entry.getKey(), service, entry.getValue()));
  }

  private Binding binding(UUID id, Service service, BindingTarget target) {
    Binding before = storedById.get(id);
    return before == null ? new Binding(id, service, target) : new Binding(before, service, target);
  }
}
