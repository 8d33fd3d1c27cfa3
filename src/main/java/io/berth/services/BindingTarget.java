package io.berth.services;

import java.util.Map;
import java.util.UUID;

/**
 * The target of a binding: an interface (the port is null), a port on one interface, or a port on
 * all interfaces (the interface is null). Two bindings are equal if their targets are equal.
 */
public record BindingTarget(UUID portId, UUID interfaceId) {

  /** A stored or a requested binding. */
  public interface HasTarget {
    /** The port and the interface of the binding. */
    BindingTarget target();
  }

  /** Whether this is the target of an Interface binding. */
  public boolean isInterface() {
    return portId == null;
  }

  /** Whether this is a port on all interfaces. */
  public boolean isOnAllInterfaces() {
    return portId != null && interfaceId == null;
  }

  /** Whether this is a port on all interfaces and the other is the same port on one interface. */
  public boolean covers(BindingTarget other) {
    return isOnAllInterfaces() && portId.equals(other.portId) && other.interfaceId != null;
  }

  /** This target with its ids replaced; an id that is not a key of the map is kept. */
  BindingTarget through(Map<UUID, UUID> newIds) {
    return new BindingTarget(
        newIds.getOrDefault(portId, portId), newIds.getOrDefault(interfaceId, interfaceId));
  }
}
