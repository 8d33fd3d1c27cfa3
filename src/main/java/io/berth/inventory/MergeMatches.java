package io.berth.inventory;

import io.berth.hosts.HostInterfaces;
import io.berth.hosts.HostPorts;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The ports and interfaces that both hosts have: a merge makes each pair one. */
@Dependent
class MergeMatches {
  @Inject private HostInterfaces hostInterfaces;
  @Inject private HostPorts hostPorts;

  /**
   * Maps the ids of the other host's ports and interfaces to the ids of the matching ones of the
   * first host.
   */
  Map<UUID, UUID> of(HostMerge merge) {
    Map<UUID, UUID> matches =
        new HashMap<>(hostInterfaces.findMatches(merge.hostId(), merge.otherId()));
    matches.putAll(hostPorts.findMatches(merge.hostId(), merge.otherId()));
    return matches;
  }
}
