package io.berth.services;

import io.berth.refusals.Reason;
import io.berth.services.BindingTarget.HasTarget;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * All services of a host after a write. Checks the binding rules within each service and between
 * them. Immutable; uses no database.
 */
public final class PlannedServices {
  private final List<PlannedService> occupants;

  /** A service with its bindings after the write. */
  public record PlannedService(UUID serviceId, String name, NormalizedBindings<?> bindings) {

    /** Applies rules 1 and 2 to the wanted bindings. */
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

  /** The services in the order in which they claim ports. */
  public PlannedServices(List<PlannedService> occupants) {
    this.occupants = List.copyOf(occupants);
  }

  /** The ids of the ports that at least one service has a binding to. */
  public Set<UUID> portIds() {
    return occupants.stream()
        .flatMap(one -> one.bindings().portIds().stream())
        .collect(Collectors.toSet());
  }

  /** The ids of the interfaces that at least one service has a binding to. */
  public Set<UUID> interfaceIds() {
    return occupants.stream()
        .flatMap(one -> one.bindings().interfaceIds().stream())
        .collect(Collectors.toSet());
  }

  /** Checks rule 3 for each service. */
  public void requireNoConflict() {
    occupants.forEach(one -> one.bindings().requireNoConflict(Reason.BINDINGS_CONFLICT));
  }

  /** Checks rule 4 for each service, with the ports and interfaces of the host after the write. */
  public void requireOnHost(Set<UUID> ports, Set<UUID> interfaces) {
    occupants.forEach(one -> one.bindings().requireOnHost(ports, interfaces));
  }

  /** Checks rule 5; {@code portNames} maps the ids of ports to names such as {@code 80/tcp}. */
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
