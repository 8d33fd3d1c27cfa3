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

/** Hosts as other features need them: found, locked, made and deleted inside their transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class HostStore {
  @PersistenceContext private EntityManager database;
  @Inject private Caller caller;
  @Inject private Event<HostsDeletion> leaving;

  /** The host of that id; refuses one that is unknown or not the caller's to see. */
  public Host require(UUID id) {
    Host host = database.find(Host.class, id);
    if (host == null || !caller.reaches(host.networkId())) {
      throw Refusal.notFound("Host", id);
    }
    return host;
  }

  /** Locks those of the hosts that the caller reaches and that are still there, by ascending id. */
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
   * Locks hosts of which one is to get something; refuses if that one is unknown, or stands in
   * another network than the request says.
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
   * Writes the hosts of which something has changed, and locks them if they are not locked yet:
   * {@link io.berth.persistence.RevisedEntity} says why.
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
   * The host of each of the things that the caller reaches, not locked yet; a thing of that kind
   * has the fields {@code hostId} and {@code networkId}.
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

  /** The network of a host, which is not locked yet; refuses as {@link #require} does. */
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
   * The host of a thing, not locked yet; refuses one that is unknown or not the caller's to see.
   */
  public UUID requireHostOf(Class<? extends StoredEntity> kind, UUID id) {
    return Optional.ofNullable(findHostsOf(kind, List.of(id)).get(id))
        .orElseThrow(() -> Refusal.notFound(kind.getSimpleName(), id));
  }

  /**
   * Deletes those of the things that the caller reaches, their hosts locked; answers their hosts.
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

  /** Takes all that stood on a locked host to be this one's now: the other goes. */
  public void deleteMerged(Host host, UUID otherId) {
    host.change();
    database.flush();
    delete(List.of(otherId));
  }

  /** Tells anew what a locked host is. */
  public void describe(Host host, Host.Description description) {
    host.describe(description);
    database.flush();
  }

  /**
   * Deletes those of the hosts that the caller reaches, and all that is on them; answers how many.
   */
  public int delete(Collection<UUID> ids) {
    Set<UUID> locked = lock(ids).keySet();
    if (locked.isEmpty()) {
      return 0;
    }
    leaving.fire(new HostsDeletion(locked));
    return LockContention.retryUnlessAll(
        locked,
        database
            .createQuery("delete from Host h where h.id in :ids")
            .setParameter("ids", locked)
            .executeUpdate());
  }

  /** Waits for whoever is adding something to a host of a network that is leaving. */
  public void lockBeforeNetworksDeletion(
      @Observes @Priority(NetworksDeletion.LOCK) NetworksDeletion event) {
    database
        .createQuery(
            "select h from Host h where h.networkId in :networks order by h.id", Host.class)
        .setParameter("networks", event.networkIds())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  /** Takes the hosts out of networks that are leaving. */
  public void onNetworksDeletion(
      @Observes @Priority(NetworksDeletion.IN_NETWORK) NetworksDeletion event) {
    database
        .createQuery("delete from Host h where h.networkId in :networks")
        .setParameter("networks", event.networkIds())
        .executeUpdate();
  }
}
