package io.berth.hosts;

import io.berth.persistence.QueryHints;
import io.berth.refusals.Reason;
import io.berth.refusals.Refusal;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Refuses addresses that another host of the network already has. A host that is written as a whole
 * must not take an address in a subnet, or a MAC address, of another host: the two are probably the
 * same machine. {@link NonIdentifyingAddresses} are exempt.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class AddressConflicts {
  private static final Trait ADDRESS =
      new Trait(
          "ip_address",
          "ipAddress",
          Interface::ipAddress,
          Interface::address,
          Interface::isSharedAddress);
  private static final Trait MAC =
      new Trait(
          "mac_address",
          "macAddress",
          Interface::macAddress,
          Interface::macAddress,
          Interface::isSharedMacAddress);

  @PersistenceContext private EntityManager database;

  /**
   * An address by which two interfaces can conflict: its JSON member, its entity field, the stored
   * value, the key to compare, and whether many hosts have it.
   */
  private record Trait(
      String member,
      String field,
      Function<Interface, String> value,
      Function<Interface, String> key,
      Predicate<Interface> isShared) {

    /** Whether the address identifies the host, and the stored interface did not have it. */
    boolean isNew(Interface wanted, Interface before) {
      String now = key.apply(wanted);
      return now != null
          && !isShared.test(wanted)
          && (before == null || !now.equals(key.apply(before)));
    }
  }

  /**
   * Refuses an address that the list contains twice in a subnet, and an IP or MAC address that the
   * interface did not have before and that another host has.
   */
  public void requireUnusedAddresses(List<Interface> wanted, Map<UUID, Interface> stored) {
    Set<String> addresses = new HashSet<>();
    for (Interface one : wanted) {
      if (!addresses.add(one.address())) {
        throw new Refusal(
            Reason.DUPLICATE_INTERFACE,
            "The list contains the address " + one.ipAddress() + " twice in one subnet.",
            "ip_address",
            one.ipAddress());
      }
    }
    requireUnused(ADDRESS, wanted, stored);
    requireUnused(MAC, wanted, stored);
  }

  private void requireUnused(Trait trait, List<Interface> wanted, Map<UUID, Interface> stored) {
    List<Interface> news =
        wanted.stream().filter(one -> trait.isNew(one, stored.get(one.id()))).toList();
    Map<String, Host> owners = owners(trait, news);
    for (int i = 0; i < wanted.size() && !owners.isEmpty(); i++) {
      Host owner = owners.get(trait.key().apply(wanted.get(i)));
      if (owner != null && trait.isNew(wanted.get(i), stored.get(wanted.get(i).id()))) {
        throw taken("interfaces[%d].%s".formatted(i, trait.member()), owner);
      }
    }
  }

  private static Refusal taken(String path, Host owner) {
    String message = "is already used by the host \"%s\" (%s)".formatted(owner.name(), owner.id());
    return new Refusal(
        Reason.VALIDATION_FAILED,
        path + ": " + message,
        "violations",
        List.of(Map.of("path", path, "message", message)),
        "host_id",
        owner.id(),
        "host_name",
        owner.name());
  }

  /** The other hosts of the network that have one of the values, by key. */
  private Map<String, Host> owners(Trait trait, List<Interface> news) {
    Map<String, Host> owners = new HashMap<>();
    if (!news.isEmpty()) {
      database
          .createQuery(
              "select i, h from Interface i join Host h on h.id = i.hostId"
                  + " where i.networkId = :network and i.hostId <> :host and i.%s in :values"
                      .formatted(trait.field()),
              Object[].class)
          .setParameter("network", news.get(0).networkId())
          .setParameter("host", news.get(0).hostId())
          .setParameter("values", values(trait, news))
          .setHint(QueryHints.READ_ONLY, true)
          .getResultStream()
          .forEach(row -> owners.putIfAbsent(trait.key().apply((Interface) row[0]), (Host) row[1]));
    }
    return owners;
  }

  private static Set<String> values(Trait trait, List<Interface> news) {
    return news.stream().map(trait.value()).filter(Objects::nonNull).collect(Collectors.toSet());
  }
}
