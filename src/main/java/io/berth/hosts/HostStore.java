package io.berth.hosts;

import io.berth.accounts.access.Caller;
import io.berth.inventory.networks.NetworksDeletion;
import io.berth.persistence.StoredEntity;
import io.berth.persistence.errors.LockContention;
import io.berth.refusals.Refusal;
import jakarta.annotation.Priority;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Finds, locks, creates and deletes hosts for other features, in their transactions. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class HostStore {
  @PersistenceContext private EntityManager database;
  @Inject private Caller caller;
  @Inject private Event<HostsDeletion> deletion;

  /** Refuses a host that is unknown or that the caller cannot access. */
  public Host require(UUID id) {
    Host host = database.find(Host.class, id);
    if (host == null || !caller.reaches(host.networkId())) {
      throw Refusal.notFound("Host", id);
    }
    return host;
  }

  /** Locks those of the hosts that exist and that the caller can access, by ascending id. */
  public Map<UUID, Host> lock(Collection<UUID> ids) {
    Map<UUID, Host> locked = new LinkedHashMap<>();
    if (!ids.isEmpty()) {
      database
          .createQuery("select h from Host h where h.id in :ids order by h.id", Host.class)
          .setParameter("ids", ids)
          .setLockMode(LockModeType.PESSIMISTIC_WRITE)
          .getResultStream()
          .filter(host -> caller.reaches(host.networkId()))
          .forEach(host -> locked.put(host.id(), host));
    }
    return locked;
  }

  /**
   * Locks hosts to one of which a row is added, and returns that one; refuses it if it is unknown
   * or not in the network of the request.
   */
  public Host lockIn(UUID networkId, UUID id, Collection<UUID> others) {
    List<UUID> all = new ArrayList<>(others);
    all.add(id);
    Host host = lock(all).get(id);
    if (host == null) {
      throw Refusal.unknownReference("Host", id);
    }
    if (!host.networkId().equals(networkId)) {
      throw Refusal.networkMismatch("Host");
    }
    return host;
  }

  /**
   * Increments the revisions of hosts whose rows have changed, and locks those that are not locked
   * yet; {@link io.berth.persistence.RevisedEntity} has the reason.
   */
  public void markChanged(Collection<UUID> ids) {
    if (!ids.isEmpty()) {
      int written =
          database
              .createQuery("update Host h set h.revision = h.revision + 1 where h.id in :ids")
              .setParameter("ids", ids)
              .executeUpdate();
      LockContention.retryUnless(written == ids.size());
    }
  }

  /** Whether this transaction holds the lock of the host. */
  public boolean isLocked(UUID id) {
    Host host = database.find(Host.class, id);
    return host != null && database.getLockMode(host) == LockModeType.PESSIMISTIC_WRITE;
  }

  /**
   * The host of each row that the caller can access, without a lock; the entity must have the
   * fields {@code hostId} and {@code networkId}.
   */
  public Map<UUID, UUID> findHostsOf(Class<? extends StoredEntity> kind, Collection<UUID> ids) {
    return database
        .createQuery(
            "select e.id, e.hostId, e.networkId from %s e where e.id in :ids"
                .formatted(kind.getSimpleName()),
            Object[].class)
        .setParameter("ids", ids)
        .getResultStream()
        .filter(row -> caller.reaches((UUID) row[2]))
        .collect(Collectors.toMap(row -> (UUID) row[0], row -> (UUID) row[1]));
  }

  /** The network of a host, without a lock; refuses the host as {@link #require} does. */
  public UUID requireNetworkOf(UUID id) {
    return database
        .createQuery("select h.networkId from Host h where h.id = :id", UUID.class)
        .setParameter("id", id)
        .getResultStream()
        .filter(caller::reaches)
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("Host", id));
  }

  /**
   * The host of a row, without a lock; refuses a row that is unknown or that the caller cannot
   * access.
   */
  public UUID requireHostOf(Class<? extends StoredEntity> kind, UUID id) {
    return Optional.ofNullable(findHostsOf(kind, List.of(id)).get(id))
        .orElseThrow(() -> Refusal.notFound(kind.getSimpleName(), id));
  }

  /**
   * Locks the hosts of the rows that the caller can access, and deletes these rows; returns the
   * host of each row.
   */
  public Map<UUID, UUID> remove(Class<? extends StoredEntity> kind, Collection<UUID> ids) {
    Map<UUID, UUID> hostOf = findHostsOf(kind, ids);
    if (!hostOf.isEmpty()) {
      Set<UUID> hostIds = Set.copyOf(hostOf.values());
      markChanged(hostIds);
      int deleted =
          database
              .createQuery(
                  "delete from %s e where e.id in :ids and e.hostId in :hosts"
                      .formatted(kind.getSimpleName()))
              .setParameter("ids", hostOf.keySet())
              .setParameter("hosts", hostIds)
              .executeUpdate();
      LockContention.retryUnless(deleted == hostOf.size());
    }
    return hostOf;
  }

  /** Creates a host in a locked network. */
  public Host create(UUID networkId, Host.Description description) {
    Host host = new Host(networkId, description);
    database.persist(host);
    database.flush();
    return host;
  }

  /** Deletes the other host after its rows have been moved to this host, which is locked. */
  public void deleteMerged(Host host, UUID otherId) {
    host.change();
    database.flush();
    delete(List.of(otherId));
  }

  /** Replaces the attributes of a locked host. */
  public void describe(Host host, Host.Description description) {
    host.describe(description);
    database.flush();
  }

  /**
   * Deletes the hosts that the caller can access, with all their rows; returns the number of
   * deleted hosts.
   */
  public int delete(Collection<UUID> ids) {
    Set<UUID> locked = lock(ids).keySet();
    if (locked.isEmpty()) {
      return 0;
    }
    deletion.fire(new HostsDeletion(locked));
    return LockContention.retryUnlessAll(
        locked,
        database
            .createQuery("delete from Host h where h.id in :ids")
            .setParameter("ids", locked)
            .executeUpdate());
  }

  /** Waits for transactions that add rows to a host of the networks. */
  public void lockBeforeNetworksDeletion(
      @Observes @Priority(NetworksDeletion.LOCK) NetworksDeletion event) {
    database
        .createQuery(
            "select h from Host h where h.networkId in :networks order by h.id", Host.class)
        .setParameter("networks", event.networkIds())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  /** Deletes the hosts of the networks. */
  public void onNetworksDeletion(
      @Observes @Priority(NetworksDeletion.IN_NETWORK) NetworksDeletion event) {
    database
        .createQuery("delete from Host h where h.networkId in :networks")
        .setParameter("networks", event.networkIds())
        .executeUpdate();
  }
}
