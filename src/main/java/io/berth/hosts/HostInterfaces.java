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

/** All interfaces of a locked host at once, for those who write a host as a whole. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class HostInterfaces {
  @PersistenceContext private EntityManager database;
  @Inject private HostMembers standing;
  @Inject private AddressConflicts addressConflicts;
  @Inject private AddressLocks addressLocks;
  @Inject private Subnets subnets;

  /** Locks the addresses of the list, which no other host of the network may take meanwhile. */
  public void lockAddresses(UUID networkId, List<InterfaceEntry> entries) {
    addressLocks.lock(toInterfaces(networkId, networkId, entries));
  }

  private static List<Interface> toInterfaces(
      UUID networkId, UUID hostId, List<InterfaceEntry> entries) {
    return IntStream.range(0, entries.size())
        .mapToObj(i -> new Interface(entries.get(i).id(), entries.get(i).on(networkId, hostId), i))
        .toList();
  }

  /** Locks the subnets of the list; refuses an unknown one, and an address that is not within. */
  public void lockSubnets(UUID networkId, List<InterfaceEntry> entries) {
    Map<UUID, Subnet> locked =
        subnets.lockIn(networkId, entries.stream().map(InterfaceEntry::subnetId).toList());
    for (int i = 0; i < entries.size(); i++) {
      NewInterface wanted = entries.get(i).on(networkId, networkId);
      Interfaces.requireContains(
          locked.get(wanted.subnetId()), wanted, "interfaces[%d].".formatted(i));
    }
  }

  /** Locks the subnets that interfaces of the host stand in; answers the ids of the interfaces. */
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
   * Refuses a list in which an address comes twice, whose ids are taken, or that has the address of
   * an interface of another host in the network and did not have it before.
   */
  public void requireFreeIds(UUID networkId, UUID hostId, List<InterfaceEntry> entries) {
    standing.requireFreeIds(
        Interface.class, entries.stream().map(InterfaceEntry::id).toList(), hostId);
    addressConflicts.requireUnusedAddresses(
        toInterfaces(networkId, hostId, entries), stored(hostId));
  }

  /** Gives the host exactly these interfaces, in the order of their positions. */
  public RowChanges replaceContents(Host host, List<InterfaceEntry> entries) {
    return replace(host, entries, stored(host.id()));
  }

  /** Gives a new host its interfaces. */
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

  /** The place of each entry: the number of those that stand before it. */
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

  /** The interfaces of the other host that this one has too, and which of its own they are. */
  public Map<UUID, UUID> findTwins(UUID hostId, UUID otherId) {
    return twins(stored(hostId).values(), stored(otherId).values());
  }

  /**
   * One address in one subnet makes two interfaces the same, whichever it is: a host has each once.
   * Failing that, one MAC address does, unless any number of hosts have it.
   */
  static Map<UUID, UUID> twins(Collection<Interface> own, Collection<Interface> others) {
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
    Map<UUID, UUID> twins = new HashMap<>();
    for (Interface other : others) {
      UUID twin = known.getOrDefault(other.address(), known.get(other.macAddress()));
      if (twin != null) {
        twins.put(other.id(), twin);
      }
    }
    return twins;
  }

  /**
   * Moves the other host's interfaces, which nothing is bound to, behind those of this one; twins
   * stay behind, and what only they knew is learned from them.
   */
  public void move(UUID hostId, UUID otherId, Map<UUID, UUID> twins) {
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
      if (twins.containsKey(one.id())) {
        own.get(twins.get(one.id())).mergeFrom(one);
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
