package io.berth.hosts;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Locks addresses that identify a host in its network, so that no two hosts take the same address
 * at the same time, while hosts with other addresses are written in parallel.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class AddressLocks {
  /** The number of rows: few enough for a small table, and so many that hosts rarely share one. */
  static final int COUNT = 16_384;

  @PersistenceContext private EntityManager database;

  /** Locks the IP and MAC addresses of the interfaces until the transaction ends. */
  public void lock(Collection<Interface> interfaces) {
    Set<Integer> ids = ids(interfaces);
    if (!ids.isEmpty()) {
      database
          .createQuery(
              "select a from AddressLock a where a.id in :ids order by a.id", AddressLock.class)
          .setParameter("ids", ids)
          .setLockMode(LockModeType.PESSIMISTIC_WRITE)
          .getResultList();
    }
  }

  /**
   * Increments the revisions of the locks of stored interfaces: a row lock alone does not reach the
   * other primaries of a cluster.
   */
  public void markChanged(Collection<Interface> interfaces) {
    Set<Integer> ids = ids(interfaces);
    if (!ids.isEmpty()) {
      database
          .createQuery("update AddressLock a set a.revision = a.revision + 1 where a.id in :ids")
          .setParameter("ids", ids)
          .executeUpdate();
    }
  }

  static Set<Integer> ids(Collection<Interface> interfaces) {
    return interfaces.stream()
        .flatMap(AddressLocks::keys)
        .map(key -> Math.floorMod(key.hashCode(), COUNT))
        .collect(Collectors.toSet());
  }

  /** The addresses that two hosts of a network must not share. */
  private static Stream<List<?>> keys(Interface one) {
    Stream<List<?>> address =
        one.isSharedAddress() ? Stream.of() : Stream.of(List.of(one.networkId(), one.address()));
    Stream<List<?>> mac =
        one.macAddress() == null || one.isSharedMacAddress()
            ? Stream.of()
            : Stream.of(List.of(one.networkId(), one.macAddress()));
    return Stream.concat(address, mac);
  }
}
