package io.berth.inventory;

import io.berth.hosts.HostInterfaces;
import io.berth.hosts.HostMembers;
import io.berth.hosts.HostPorts;
import io.berth.hosts.Interface;
import io.berth.hosts.InterfaceEntry;
import io.berth.hosts.PortEntry;
import io.berth.refusals.RuleValidator;
import io.berth.services.HostServices;
import io.berth.services.PlannedServices;
import io.berth.services.Service;
import io.berth.services.ServiceEntry;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Checks the lists of a host, cheap checks first: binding rule 3; then, under all locks, positions,
 * ids and addresses; then binding rules 4 and 5 on the host as it would be after the write.
 */
class HostRulesHoldValidator extends RuleValidator<HostRulesHold, HostWrite> {
  /** The id of a host that has none yet; no stored host has it. */
  private static final UUID NONE = new UUID(0, 0);

  @Inject private WholeHostLocks locks;
  @Inject private HostMembers members;
  @Inject private HostInterfaces hostInterfaces;
  @Inject private HostPorts hostPorts;
  @Inject private HostServices hostServices;

  @Override
  protected void check(HostWrite write) {
    PlannedServices wanted =
        new PlannedServices(orNone(write.services()).stream().map(ServiceEntry::occupant).toList());
    wanted.requireNoConflict();
    UUID network = locks.lock(write);
    UUID host = write.hostId() == null ? NONE : write.hostId();
    requireValid(orNone(write.interfaces()), orNone(write.services()), host);
    hostInterfaces.requireFreeIds(network, host, orNone(write.interfaces()));
    hostPorts.requireFreeIds(host, orNone(write.ports()));
    hostServices.requireFreeIds(host, orNone(write.services()));
    Map<UUID, String> portNames = portNames(write, host, wanted.portIds());
    wanted.requireOnHost(portNames.keySet(), interfaceIds(write, host, wanted.interfaceIds()));
    wanted.requireNoSharedClaims(portNames);
  }

  private static <T> List<T> orNone(List<T> list) {
    return list == null ? List.of() : list;
  }

  private void requireValid(
      List<InterfaceEntry> interfaceEntries, List<ServiceEntry> serviceEntries, UUID host) {
    new Positions(
            "interfaces",
            interfaceEntries.stream().map(InterfaceEntry::id).toList(),
            interfaceEntries.stream().map(InterfaceEntry::position).toList())
        .requireValid(() -> members.findPositions(host, Interface.class));
    new Positions(
            "services",
            serviceEntries.stream().map(ServiceEntry::id).toList(),
            serviceEntries.stream().map(ServiceEntry::position).toList())
        .requireValid(() -> members.findPositions(host, Service.class));
  }

  /** The names of the ports that the host would have; of stored ports, only the named ids. */
  private Map<UUID, String> portNames(HostWrite write, UUID host, Set<UUID> named) {
    return write.ports() == null
        ? hostPorts.namesOf(host, named)
        : write.ports().stream().collect(Collectors.toMap(PortEntry::id, PortEntry::label));
  }

  /** The interfaces that the host would have; of stored interfaces, only the named ids. */
  private Set<UUID> interfaceIds(HostWrite write, UUID host, Set<UUID> named) {
    return write.interfaces() == null
        ? members.findOn(host, Interface.class, named)
        : write.interfaces().stream().map(InterfaceEntry::id).collect(Collectors.toSet());
  }
}
