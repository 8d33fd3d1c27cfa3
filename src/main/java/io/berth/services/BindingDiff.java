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
 * How the stored bindings of a service become those that are wanted. An id that is sent is kept; a
 * binding that is sent without one and equals a stored one keeps the stored id; what is not sent
 * goes. What would change goes too, and comes back under its id.
 */
public final class BindingDiff {
  private final Map<UUID, Binding> storedById;
  private final Map<BindingTarget, Binding> storedByTarget;
  private final Set<UUID> namedIds;
  private final Set<UUID> claimedIds = new HashSet<>();
  private final List<Binding> unchanged = new ArrayList<>();
  private final Map<UUID, BindingTarget> written = new LinkedHashMap<>();

  /** Plans it; refuses an id that is sent twice. */
  BindingDiff(List<Binding> stored, List<NewBinding> wanted) {
    this(stored, wanted, Set.of());
  }

  /** Plans it where other services' bindings are sent too: ids that any names are not inherited. */
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

  /** Whether anything of what is stored does not stay as it is. */
  boolean changes() {
    return !written.isEmpty() || unchanged.size() < storedById.size();
  }

  /** The stored bindings whose rows go. */
  Set<UUID> gone() {
    Set<UUID> gone = new HashSet<>(storedById.keySet());
    unchanged.forEach(binding -> gone.remove(binding.id()));
    return gone;
  }

  /** The stored bindings that stay as they are. */
  Stream<Binding> unchanged() {
    return unchanged.stream();
  }

  /** The bindings whose rows are to be written once the others are gone. */
  Stream<Binding> written(Service service) {
    return written.entrySet().stream()
        .map(entry -> binding(entry.getKey(), service, entry.getValue()));
  }

  private Binding binding(UUID id, Service service, BindingTarget target) {
    Binding before = storedById.get(id);
    return before == null ? new Binding(id, service, target) : new Binding(before, service, target);
  }
}
