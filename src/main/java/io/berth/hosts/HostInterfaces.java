package io.berth.hosts;

import io.berth.inventory.subnets.Subnet;
import io.berth.inventory.subnets.Subnets;
import io.berth.persistence.QueryHints;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads and writes all interfaces of a locked host at once, for writes of whole hosts. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class HostInterfaces {
  @PersistenceContext private EntityManager database;
  @Inject private HostMembers members;
  @Inject private AddressConflicts addressConflicts;
  @Inject private AddressLocks addressLocks;
  @Inject private Subnets subnets;

  /**
   * Locks the addresses of the list, so that no other host of the network can take them meanwhile.
   */
  public void lockAddresses(UUID networkId, List<InterfaceEntry> entries) {
    addressLocks.lock(toInterfaces(networkId, networkId, entries));
  }

  private static List<Interface> toInterfaces(
      UUID networkId, UUID hostId, List<InterfaceEntry> entries) {
    return IntStream.range(0, entries.size())
        .mapToObj(i -> new Interface(entries.get(i).id(), entries.get(i).on(networkId, hostId), i))
        .toList();
  }

  /**
   * Locks the subnets of the list; refuses an unknown subnet, and an address outside its subnet.
   */
  public void lockSubnets(UUID networkId, List<InterfaceEntry> entries) {
    Map<UUID, Subnet> locked =
        subnets.lockIn(networkId, entries.stream().map(InterfaceEntry::subnetId).toList());
    for (int i = 0; i < entries.size(); i++) {
      NewInterface wanted = entries.get(i).on(networkId, networkId);
      Interfaces.requireContains(
          locked.get(wanted.subnetId()), wanted, "interfaces[%d].".formatted(i));
    }
  }

  /** Locks the subnets of the host's interfaces; returns the ids of the interfaces. */
  public Set<UUID> lockSubnetsOf(UUID hostId) {
    Map<UUID, Interface> stored = stored(hostId);
    subnets.lock(stored.values().stream().map(Interface::subnetId).collect(Collectors.toSet()));
    return stored.keySet();
  }

  /** The ids of the host's interfaces. */
  public Set<UUID> idsOn(UUID hostId) {
    return stored(hostId).keySet();
  }

  /**
   * Refuses an address that the list contains twice, an id that the list contains twice or that
   * another host has, and an address that another host of the network has and that the interface
   * did not have before.
   */
  public void requireFreeIds(UUID networkId, UUID hostId, List<InterfaceEntry> entries) {
    members.requireFreeIds(
        Interface.class, entries.stream().map(InterfaceEntry::id).toList(), hostId);
    addressConflicts.requireUnusedAddresses(
        toInterfaces(networkId, hostId, entries), stored(hostId));
  }

  /**
   * Makes the host's interfaces exactly those of the list, in the order of their positions; returns
   * the deleted rows.
   */
  public RowChanges replaceContents(Host host, List<InterfaceEntry> entries) {
    return replace(host, entries, stored(host.id()));
  }

  /** Creates the interfaces of a new host. */
  public void create(Host host, List<InterfaceEntry> entries) {
    replace(host, entries, Map.of());
  }

  private RowChanges replace(Host host, List<InterfaceEntry> entries, Map<UUID, Interface> stored) {
    List<Integer> places = places(entries);
    List<Interface> wanted = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      UUID id = entries.get(i).id();
      NewInterface one = entries.get(i).on(host.networkId(), host.id());
      wanted.add(
          stored.containsKey(id)
              ? new Interface(stored.get(id), one, places.get(i))
              : new Interface(id, one, places.get(i)));
    }
    RowDiff<Interface> diff = new RowDiff<>(stored.values(), wanted, Interface::matches);
    delete(diff.displaced().ids());
    diff.written().forEach(database::persist);
    database.flush();
    addressLocks.markChanged(diff.written());
    subnets.markChanged(
        diff.written().stream().map(Interface::subnetId).collect(Collectors.toSet()));
    return diff.displaced();
  }

  /** The position of each entry: the number of entries that come before it. */
  static List<Integer> places(List<InterfaceEntry> entries) {
    List<Integer> order =
        IntStream.range(0, entries.size())
            .boxed()
            .sorted(
                Comparator.comparing(
                    i -> entries.get(i).position() == null ? i : entries.get(i).position()))
            .toList();
    List<Integer> places = new ArrayList<>(order);
    IntStream.range(0, order.size()).forEach(place -> places.set(order.get(place), place));
    return places;
  }

  private void delete(Set<UUID> ids) {
    if (!ids.isEmpty()) {
      database
          .createQuery("delete from Interface i where i.id in :ids")
          .setParameter("ids", ids)
          .executeUpdate();
    }
  }

  /** Maps the ids of the other host's interfaces to the ids of the matching ones of this host. */
  public Map<UUID, UUID> findMatches(UUID hostId, UUID otherId) {
    return matches(stored(hostId).values(), stored(otherId).values());
  }

  /**
   * Interfaces match if they have the same address in the same subnet, whatever address it is,
   * because a host has each address only once; otherwise, if they have the same MAC address, unless
   * many hosts have it.
   */
  static Map<UUID, UUID> matches(Collection<Interface> own, Collection<Interface> others) {
    Map<String, UUID> known = new HashMap<>();
    own.stream()
        .sorted(Comparator.comparing(Interface::position))
        .forEach(
            one -> {
              known.put(one.address(), one.id());
              if (one.macAddress() != null && !one.isSharedMacAddress()) {
                known.putIfAbsent(one.macAddress(), one.id());
              }
            });
    Map<UUID, UUID> matches = new HashMap<>();
    for (Interface other : others) {
      UUID match = known.getOrDefault(other.address(), known.get(other.macAddress()));
      if (match != null) {
        matches.put(other.id(), match);
      }
    }
    return matches;
  }

  /**
   * Moves the other host's interfaces, to which no bindings refer, behind those of this host.
   * Interfaces with a match are not moved; the match takes from them a name or a MAC address that
   * it lacks.
   */
  public void move(UUID hostId, UUID otherId, Map<UUID, UUID> matches) {
    List<Interface> both =
        database
            .createQuery(
                "select i from Interface i where i.hostId in :hosts order by i.position, i.id",
                Interface.class)
            .setParameter("hosts", List.of(hostId, otherId))
            .getResultList();
    Map<UUID, Interface> own =
        both.stream()
            .filter(one -> one.hostId().equals(hostId))
            .collect(Collectors.toMap(Interface::id, Function.identity()));
    int place = own.size();
    for (Interface one : both) {
      if (matches.containsKey(one.id())) {
        own.get(matches.get(one.id())).mergeFrom(one);
      } else if (!own.containsKey(one.id())) {
        one.moveTo(hostId, place++);
      }
    }
    database.flush();
  }

  private Map<UUID, Interface> stored(UUID hostId) {
    return database
        .createQuery("select i from Interface i where i.hostId = :host", Interface.class)
        .setParameter("host", hostId)
        .setHint(QueryHints.READ_ONLY, true)
        .getResultStream()
        .collect(Collectors.toMap(Interface::id, Function.identity()));
  }
}
