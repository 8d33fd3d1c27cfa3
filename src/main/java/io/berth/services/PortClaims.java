package io.berth.services;

import io.berth.refusals.Reason;
import io.berth.refusals.Refusal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Rule 5: which ports of a host are claimed on which interfaces, and by which service. Two bindings
 * claim the same if they are of one port and their interfaces overlap: either is on all of them, or
 * both are on the same. Interface bindings claim nothing.
 */
final class PortClaims {
  /** By port, then by interface; null: all interfaces. The earlier claim comes first. */
  private final Map<UUID, Map<UUID, Owner>> byPort = new HashMap<>();

  /** Whose claim it is, and what the port is called, as in {@code 80/tcp}. */
  record Owner(UUID serviceId, String serviceName, String port) {}

  /** Notes what a service binds to. */
  void add(BindingTarget target, Owner owner) {
    if (!target.isInterface()) {
      byPort
          .computeIfAbsent(target.portId(), port -> new LinkedHashMap<>())
          .putIfAbsent(target.interfaceId(), owner);
    }
  }

  /** Whose claim stands against a binding to this target. */
  Optional<Owner> findAgainst(BindingTarget wanted) {
    Map<UUID, Owner> owners = byPort.getOrDefault(wanted.portId(), Map.of());
    if (owners.isEmpty()) {
      return Optional.empty();
    }
    return wanted.isOnAllInterfaces()
        ? owners.values().stream().findFirst()
        : Optional.ofNullable(owners.getOrDefault(wanted.interfaceId(), owners.get(null)));
  }

  /** Refuses a target that is claimed; the reason tells by which way it came. */
  void requireUnclaimed(BindingTarget wanted, Reason reason) {
    findAgainst(wanted)
        .ifPresent(
            owner -> {
              throw new Refusal(
                  reason,
                  "Port %s is claimed by the service \"%s\"."
                      .formatted(owner.port(), owner.serviceName()),
                  "port",
                  owner.port(),
                  "service_id",
                  owner.serviceId(),
                  "service_name",
                  owner.serviceName());
            });
  }
}
