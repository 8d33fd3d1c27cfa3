package io.berth.services;

import io.berth.refusals.Reason;
import io.berth.services.BindingTarget.HasTarget;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * All the services that a host would have: the binding rules within each and between them. It knows
 * no database; it is a value.
 */
public final class PlannedServices {
  private final List<PlannedService> occupants;

  /** A service by its identity and name, with the bindings that it would have. */
  public record PlannedService(UUID serviceId, String name, NormalizedBindings<?> bindings) {

    /** A service with the bindings that are asked for. */
    public static <B extends HasTarget> PlannedService of(
        UUID serviceId, String name, List<B> wanted) {
      return new PlannedService(serviceId, name, NormalizedBindings.of(wanted));
    }

    private List<BindingTarget> portTargets() {
      return bindings.kept().stream()
          .<BindingTarget>map(HasTarget::target)
          .filter(target -> !target.isInterface())
          .toList();
    }
  }

  /** The services in the order in which they come to their claims. */
  public PlannedServices(List<PlannedService> occupants) {
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
  public void requireNoConflict() {
    occupants.forEach(one -> one.bindings().requireNoConflict(Reason.BINDINGS_CONFLICT));
  }

  /** Rule 4, for each of them: the ports and interfaces are those that the host would have. */
  public void requireOnHost(Set<UUID> ports, Set<UUID> interfaces) {
    occupants.forEach(one -> one.bindings().requireOnHost(ports, interfaces));
  }

  /** Rule 5, between them; the ports' names are those of their ids, as in {@code 80/tcp}. */
  public void requireNoSharedClaims(Map<UUID, String> portNames) {
    PortClaims claims = new PortClaims();
    for (PlannedService one : occupants) {
      List<BindingTarget> targets = one.portTargets();
      targets.forEach(target -> claims.requireUnclaimed(target, Reason.PORTS_CLAIMED));
      targets.forEach(
          target ->
              claims.add(
                  target,
                  new PortClaims.Owner(
                      one.serviceId(), one.name(), portNames.get(target.portId()))));
    }
  }
}
