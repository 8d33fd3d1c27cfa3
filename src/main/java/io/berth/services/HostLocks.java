package io.berth.services;

import io.berth.hosts.HostStore;
import io.berth.refusals.Refusal;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/** Locks the hosts that a write affects, so that the rows that the rules read stay the same. */
@Dependent
class HostLocks {
  @Inject private HostStore hosts;
  @Inject private Services services;

  /** Refuses an unknown host, service or binding, and a host or service of another network. */
  void lock(BindingWrite write) {
    if (write.isWhole()) {
      Set<UUID> from =
          write.serviceId() == null
              ? Set.of()
              : Set.of(hosts.requireHostOf(Service.class, write.serviceId()));
      hosts.lockIn(write.networkId(), write.hostId(), from);
    } else {
      lockAround(write);
    }
  }

  private void lockAround(BindingWrite write) {
    Set<UUID> around = new LinkedHashSet<>();
    if (write.replacedId() != null) {
      around.add(hosts.requireHostOf(Binding.class, write.replacedId()));
    }
    around.add(
        services
            .findHostOf(write.serviceId())
            .orElseThrow(() -> Refusal.unknownReference("Service", write.serviceId())));
    hosts.lock(around);
    Service service =
        services
            .findOnLockedHost(write.serviceId())
            .orElseThrow(() -> Refusal.unknownReference("Service", write.serviceId()));
    if (!service.networkId().equals(write.networkId())) {
      throw Refusal.networkMismatch("Service");
    }
  }

  /** The host that the bindings belong to after the write; it is locked. */
  UUID hostOf(BindingWrite write) {
    return write.isWhole()
        ? write.hostId()
        : services.requireOnLockedHost(write.serviceId()).hostId();
  }
}
