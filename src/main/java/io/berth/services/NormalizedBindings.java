package io.berth.services;

import io.berth.refusals.Reason;
import io.berth.refusals.Refusal;
import io.berth.services.BindingTarget.HasTarget;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The bindings of a service after rules 1 and 2. Checks rule 3 within the list, and rule 4 against
 * the ports and interfaces of the host. Immutable; uses no database.
 */
public final class NormalizedBindings<B extends HasTarget> {
  private final List<B> kept;

  private NormalizedBindings(List<B> kept) {
    this.kept = List.copyOf(kept);
  }

  /** An Interface binding and a Port binding that exclude each other. */
  public record Conflict(UUID interfaceId, UUID portId) {

    /** The reason depends on the kind of the request. */
    Refusal refusal(Reason reason, String message) {
      return new Refusal(reason, message, "interface_id", interfaceId, "port_id", portId);
    }
  }

  /**
   * Applies rule 1 (a port on all interfaces removes the same port on single interfaces, at any
   * place in the list) and rule 2 (of equal bindings, the first is kept). Keeps the order.
   */
  public static <B extends HasTarget> NormalizedBindings<B> of(List<B> wanted) {
    Set<UUID> onAll =
        wanted.stream()
            .map(HasTarget::target)
            .filter(BindingTarget::isOnAllInterfaces)
            .map(BindingTarget::portId)
            .collect(Collectors.toSet());
    Set<BindingTarget> seen = new HashSet<>();
    return new NormalizedBindings<>(
        wanted.stream()
            .filter(b -> b.target().isOnAllInterfaces() || !onAll.contains(b.target().portId()))
            .filter(b -> seen.add(b.target()))
            .toList());
  }

  /** The bindings after rules 1 and 2, in the order of the list. */
  public List<B> kept() {
    return kept;
  }

  /**
   * Rule 3: an Interface binding on X excludes a Port binding on X and one on all interfaces. Two
   * Interface bindings never conflict, nor do different ports, nor one port on two interfaces.
   */
  public Optional<Conflict> conflict() {
    Map<UUID, UUID> portOn = new HashMap<>();
    kept.stream()
        .map(HasTarget::target)
        .filter(target -> !target.isInterface())
        .forEach(target -> portOn.putIfAbsent(target.interfaceId(), target.portId()));
    return kept.stream()
        .map(HasTarget::target)
        .filter(BindingTarget::isInterface)
        .map(BindingTarget::interfaceId)
        .filter(on -> portOn.containsKey(on) || portOn.containsKey(null))
        .findFirst()
        .map(on -> new Conflict(on, portOn.getOrDefault(on, portOn.get(null))));
  }

  /** Refuses bindings that break rule 3. */
  public void requireNoConflict(Reason reason) {
    conflict()
        .ifPresent(
            conflict -> {
              throw conflict.refusal(
                  reason,
                  "The Interface binding to interface "
                      + conflict.interfaceId()
                      + " conflicts with the Port binding to port "
                      + conflict.portId()
                      + ".");
            });
  }

  /** The ids of the ports, in the order of their first occurrence. */
  public Set<UUID> portIds() {
    return named(BindingTarget::portId);
  }

  /** The ids of the interfaces, in the order of their first occurrence. */
  public Set<UUID> interfaceIds() {
    return named(BindingTarget::interfaceId);
  }

  private Set<UUID> named(Function<BindingTarget, UUID> what) {
    return kept.stream()
        .map(HasTarget::target)
        .map(what)
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Rule 4: refuses a port or an interface that does not belong to the service's host. */
  public void requireOnHost(Collection<UUID> portsOfHost, Collection<UUID> interfacesOfHost) {
    requireAmong(portsOfHost, portIds(), "Port");
    requireAmong(interfacesOfHost, interfaceIds(), "Interface");
  }

  private static void requireAmong(Collection<UUID> onHost, Set<UUID> wanted, String kind) {
    for (UUID id : wanted) {
      if (!onHost.contains(id)) {
        throw new Refusal(
            Reason.BINDING_WRONG_HOST,
            kind + " " + id + " does not belong to the service's host.",
            "kind",
            kind,
            "id",
            id);
      }
    }
  }
}
