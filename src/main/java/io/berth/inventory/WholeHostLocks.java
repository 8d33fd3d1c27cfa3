package io.berth.inventory;

import io.berth.hosts.Host;
import io.berth.hosts.HostInterfaces;
import io.berth.hosts.HostStore;
import io.berth.inventory.networks.Networks;
import io.berth.inventory.tags.Tags;
import io.berth.refusals.Reason;
import io.berth.refusals.Refusal;
import io.berth.services.ServiceEntry;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Locks the rows that a write of a host depends on, parents first. */
@Dependent
class WholeHostLocks {
  @Inject private Networks networks;
  @Inject private HostInterfaces hostInterfaces;
  @Inject private HostStore hosts;
  @Inject private Tags tags;

  /**
   * Locks the rows, and returns the network; refuses unknown rows, and a host that has changed
   * since the client read it. The locks of addresses keep two hosts from taking one address at
   * once.
   */
  UUID lock(HostWrite write) {
    UUID network =
        write.hostId() == null ? lockNetwork(write) : hosts.requireNetworkOf(write.hostId());
    if (write.interfaces() != null && !write.interfaces().isEmpty()) {
      hostInterfaces.lockAddresses(network, write.interfaces());
      hostInterfaces.lockSubnets(network, write.interfaces());
    }
    if (write.hostId() != null) {
      lockHost(write);
    }
    tags.lockAll(List.copyOf(tagsOf(write)));
    return network;
  }

  private UUID lockNetwork(HostWrite write) {
    if (networks.lock(List.of(write.networkId())).isEmpty()) {
      throw Refusal.accessDenied("Network", write.networkId());
    }
    return write.networkId();
  }

  private void lockHost(HostWrite write) {
    Host host = hosts.lock(List.of(write.hostId())).get(write.hostId());
    if (host == null) {
      throw Refusal.notFound("Host", write.hostId());
    }
    if (write.expectedUpdatedAt() != null && !write.expectedUpdatedAt().equals(host.updatedAt())) {
      throw new Refusal(
          Reason.CHANGED,
          "The host has changed since expected_updated_at. Read the host again.",
          "updated_at",
          host.updatedAt());
    }
  }

  private static Set<UUID> tagsOf(HostWrite write) {
    Set<UUID> all = new LinkedHashSet<>();
    if (write.tags() != null) {
      all.addAll(write.tags());
    }
    if (write.services() != null) {
      write.services().stream()
          .map(ServiceEntry::tags)
          .filter(Objects::nonNull)
          .forEach(all::addAll);
    }
    return all;
  }
}
