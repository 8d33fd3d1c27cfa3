package io.berth.services;

import java.util.Map;
import java.util.UUID;

/**
 * What a binding binds to: an interface (port is null), a port on one interface, or a port on all
 * interfaces (interface is null). Two bindings are equal if their targets are.
 */
public record BindingTarget(UUID portId, UUID interfaceId) {

  /** Something that has a target. */
  public interface HasTarget {
    /** What it binds to. */
    BindingTarget target();
  }

  /** Whether it is an Interface binding's. */
  public boolean isInterface() {
    return portId == null;
  }

  /** Whether it is a port on all interfaces. */
  public boolean isOnAllInterfaces() {
    return portId != null && interfaceId == null;
  }

  /** Whether this is a port on all interfaces that includes the other, which names one. */
  public boolean covers(BindingTarget other) {
    return isOnAllInterfaces() && portId.equals(other.portId) && other.interfaceId != null;
  }

  /** The same binding, of which ports and interfaces are now called otherwise. */
  BindingTarget through(Map<UUID, UUID> newIds) {
    return new BindingTarget(
        newIds.getOrDefault(portId, portId), newIds.getOrDefault(interfaceId, interfaceId));
  }
}
