package io.berth.inventory;

import io.berth.hosts.HostInterfaces;
import io.berth.hosts.HostPorts;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What stands on both of two hosts: it is one thing when they become one. */
@Dependent
class MergeMatches {
  @Inject private HostInterfaces hostInterfaces;
  @Inject private HostPorts hostPorts;

  /**
   * The other host's ports and interfaces that the first has too, and which of its own they are.
   */
  Map<UUID, UUID> of(HostMerge union) {
    Map<UUID, UUID> twins =
        new HashMap<>(hostInterfaces.findTwins(union.hostId(), union.otherId()));
    twins.putAll(hostPorts.findTwins(union.hostId(), union.otherId()));
    return twins;
  }
}
