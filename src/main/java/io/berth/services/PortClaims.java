package io.berth.services;

import io.berth.refusals.Reason;
import io.berth.refusals.Refusal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Rule 5: the claimed ports of a host by interface, with the service of each claim. Two bindings
 * collide if they have the same port and their interfaces overlap: one of them is on all
 * interfaces, or both are on the same. Interface bindings claim nothing.
 */
final class PortClaims {
  /** By port, then by interface (null for all interfaces), in the order of the claims. */
  private final Map<UUID, Map<UUID, Owner>> byPort = new HashMap<>();

  /** The service that claims a port; {@code port} is a name such as {@code 80/tcp}. */
  record Owner(UUID serviceId, String serviceName, String port) {}

  /** Keeps the first of equal claims. */
  void add(BindingTarget target, Owner owner) {
    if (!target.isInterface()) {
      byPort
          .computeIfAbsent(target.portId(), port -> new LinkedHashMap<>())
          .putIfAbsent(target.interfaceId(), owner);
    }
  }

  /** Returns the owner of a claim that collides with the target. */
  Optional<Owner> findAgainst(BindingTarget wanted) {
    Map<UUID, Owner> owners = byPort.getOrDefault(wanted.portId(), Map.of());
    if (owners.isEmpty()) {
      return Optional.empty();
    }
    return wanted.isOnAllInterfaces()
        ? owners.values().stream().findFirst()
        : Optional.ofNullable(owners.getOrDefault(wanted.interfaceId(), owners.get(null)));
  }

  /** Refuses a claimed target; the reason depends on the kind of the request. */
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
