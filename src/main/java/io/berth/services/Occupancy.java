package io.berth.services;

import io.berth.problems.Reason;
import io.berth.services.Target.Aimed;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * All the services that a host would have: the binding rules within each and between them. It knows
 * no database; it is a value.
 */
public final class Occupancy {
  private final List<Occupant> occupants;

  /** A service by its identity and name, with the bindings that it would have. */
  public record Occupant(UUID serviceId, String name, BindingSet<?> bindings) {

    /** A service with the bindings that are asked for. */
    public static <B extends Aimed> Occupant of(UUID serviceId, String name, List<B> wanted) {
      return new Occupant(serviceId, name, BindingSet.of(wanted));
    }

    private List<Target> portTargets() {
      return bindings.kept().stream()
          .<Target>map(Aimed::target)
          .filter(target -> !target.isInterface())
          .toList();
    }
  }

  /** The services in the order in which they come to their claims. */
  public Occupancy(List<Occupant> occupants) {
    this.occupants = List.copyOf(occupants);
  }

  /** The ports that any of them binds. */
  public Set<UUID> portIds() {
    return occupants.stream()
        .flatMap(one -> one.bindings().portIds().stream())
        .collect(Collectors.toSet());
  }

  /** The interfaces that any of them binds. */
  public Set<UUID> interfaceIds() {
    return occupants.stream()
        .flatMap(one -> one.bindings().interfaceIds().stream())
        .collect(Collectors.toSet());
  }

  /** Rule 3, for each of them. */
  public void mustNotConflict() {
    occupants.forEach(one -> one.bindings().mustNotConflict(Reason.BINDINGS_CONFLICT));
  }

  /** Rule 4, for each of them: the ports and interfaces are those that the host would have. */
  public void mustStandOn(Set<UUID> ports, Set<UUID> interfaces) {
    occupants.forEach(one -> one.bindings().mustStandOn(ports, interfaces));
  }

  /** Rule 5, between them; the ports' names are those of their ids, as in {@code 80/tcp}. */
  public void mustNotMeet(Map<UUID, String> portNames) {
    Claims claims = new Claims();
    for (Occupant one : occupants) {
      List<Target> targets = one.portTargets();
      targets.forEach(target -> claims.mustLeaveFree(target, Reason.PORTS_CLAIMED));
      targets.forEach(
          target ->
              claims.add(
                  target,
                  new Claims.Owner(one.serviceId(), one.name(), portNames.get(target.portId()))));
    }
  }
}
