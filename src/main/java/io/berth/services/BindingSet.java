package io.berth.services;

import io.berth.services.Target.Aimed;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The bindings that a service would have: rules 1 to 3, which need nothing but the list. It knows
 * no database; it is a value.
 */
public final class BindingSet<B extends Aimed> {
  private final List<B> kept;

  private BindingSet(List<B> kept) {
    this.kept = List.copyOf(kept);
  }

  /** An Interface binding and a Port binding that exclude each other. */
  public record Conflict(UUID interfaceId, UUID portId) {}

  /**
   * Applies rule 1 (a port on all interfaces removes the same port on single ones, wherever they
   * stand) and rule 2 (of equal bindings the first stays). The order is kept.
   */
  public static <B extends Aimed> BindingSet<B> of(List<B> wanted) {
    Set<UUID> onAll =
        wanted.stream()
            .map(Aimed::target)
            .filter(Target::isOnAllInterfaces)
            .map(Target::portId)
            .collect(Collectors.toSet());
    Set<Target> seen = new HashSet<>();
    return new BindingSet<>(
        wanted.stream()
            .filter(b -> b.target().isOnAllInterfaces() || !onAll.contains(b.target().portId()))
            .filter(b -> seen.add(b.target()))
            .toList());
  }

  /** What is left, in the order in which it was given. */
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
        .map(Aimed::target)
        .filter(target -> !target.isInterface())
        .forEach(target -> portOn.putIfAbsent(target.interfaceId(), target.portId()));
    return kept.stream()
        .map(Aimed::target)
        .filter(Target::isInterface)
        .map(Target::interfaceId)
        .filter(on -> portOn.containsKey(on) || portOn.containsKey(null))
        .findFirst()
        .map(on -> new Conflict(on, portOn.getOrDefault(on, portOn.get(null))));
  }
}
