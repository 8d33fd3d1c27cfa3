package io.berth.inventory;

import io.berth.hosts.Host;
import io.berth.hosts.HostInterfaces;
import io.berth.hosts.HostPorts;
import io.berth.hosts.HostStore;
import io.berth.persistence.errors.LockContention;
import io.berth.refusals.Refusal;
import io.berth.refusals.RuleValidator;
import io.berth.services.HostServices;
import io.berth.services.PlannedServices;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Locks both hosts in one statement, and checks the binding rules on the merged host. */
class MergeableValidator extends RuleValidator<Mergeable, HostMerge> {
  @Inject private HostStore hosts;
  @Inject private HostInterfaces hostInterfaces;
  @Inject private HostPorts hostPorts;
  @Inject private HostServices hostServices;
  @Inject private MergeMatches matches;

  @Override
  protected void check(HostMerge merge) {
    if (merge.hostId().equals(merge.otherId())) {
      throw Refusal.validationFailed("other_host", "must not be the destination host");
    }
    lock(merge);
    PlannedServices together =
        hostServices.together(merge.hostId(), merge.otherId(), matches.of(merge));
    together.requireNoConflict();
    together.requireNoSharedClaims(hostPorts.namesOf(merge.hostId(), merge.otherId()));
  }

  /**
   * Locks the subnets first: an interface must not change its host while its subnet is being
   * deleted. They are read before the hosts are locked, so the interfaces are compared under that
   * lock.
   */
  private void lock(HostMerge merge) {
    UUID network = hosts.requireNetworkOf(merge.hostId());
    if (!network.equals(hosts.requireNetworkOf(merge.otherId()))) {
      throw Refusal.networkMismatch("Host");
    }
    Set<UUID> before = hostInterfaces.lockSubnetsOf(merge.otherId());
    Map<UUID, Host> locked = hosts.lock(List.of(merge.hostId(), merge.otherId()));
    for (UUID id : List.of(merge.hostId(), merge.otherId())) {
      if (!locked.containsKey(id)) {
        throw Refusal.notFound("Host", id);
      }
    }
    LockContention.retryUnless(before.equals(hostInterfaces.idsOn(merge.otherId())));
  }
}
