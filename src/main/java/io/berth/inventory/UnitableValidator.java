package io.berth.inventory;

import io.berth.database.Contention;
import io.berth.hosts.Host;
import io.berth.hosts.HostInterfaces;
import io.berth.hosts.HostPorts;
import io.berth.hosts.Hosts;
import io.berth.problems.Refusal;
import io.berth.problems.RuleValidator;
import io.berth.services.HostServices;
import io.berth.services.Occupancy;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Locks both hosts in one statement, and judges what would stand on the one. */
class UnitableValidator extends RuleValidator<Unitable, Union> {
  @Inject private Hosts hosts;
  @Inject private HostInterfaces hostInterfaces;
  @Inject private HostPorts hostPorts;
  @Inject private HostServices hostServices;
  @Inject private Twins twins;

  @Override
  protected void check(Union union) {
    if (union.hostId().equals(union.otherId())) {
      throw Refusal.validationFailed("other_host", "must be another host");
    }
    lock(union);
    Occupancy together = hostServices.together(union.hostId(), union.otherId(), twins.of(union));
    together.mustNotConflict();
    together.mustNotMeet(hostPorts.namesOf(union.hostId(), union.otherId()));
  }

  /**
   * The subnets first: an interface must not change its host while its subnet is leaving. Which
   * they are is known before the lock of the host, and looked at again under it.
   */
  private void lock(Union union) {
    UUID network = hosts.requireNetworkOf(union.hostId());
    if (!network.equals(hosts.requireNetworkOf(union.otherId()))) {
      throw Refusal.networkMismatch("Host");
    }
    Set<UUID> before = hostInterfaces.lockSubnetsOf(union.otherId());
    Map<UUID, Host> locked = hosts.lock(List.of(union.hostId(), union.otherId()));
    for (UUID id : List.of(union.hostId(), union.otherId())) {
      if (!locked.containsKey(id)) {
        throw Refusal.notFound("Host", id);
      }
    }
    Contention.unless(before.equals(hostInterfaces.idsOn(union.otherId())));
  }
}
