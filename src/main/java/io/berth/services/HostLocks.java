package io.berth.services;

import io.berth.hosts.HostStore;
import io.berth.refusals.Refusal;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/** What the rules stand on: the hosts that a write is about, known and locked. */
@Dependent
class HostLocks {
  @Inject private HostStore hosts;
  @Inject private Services services;

  /** Locks the hosts of a write; refuses what is unknown or stands in another network. */
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

  /** The host on which the bindings of a write shall stand; it is locked. */
  UUID hostOf(BindingWrite write) {
    return write.isWhole()
        ? write.hostId()
        : services.requireOnLockedHost(write.serviceId()).hostId();
  }
}
