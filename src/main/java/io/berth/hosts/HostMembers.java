package io.berth.hosts;

import io.berth.persistence.StoredEntity;
import io.berth.refusals.Refusal;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What stands on a host, of whatever kind; a thing of any has the field {@code hostId}. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class HostMembers {
  @PersistenceContext private EntityManager database;

  /** Those of the things of that kind that stand on the host. */
  public Set<UUID> findOn(UUID hostId, Class<? extends StoredEntity> kind, Collection<UUID> ids) {
    return ids.isEmpty()
        ? Set.of()
        : database
            .createQuery(
                "select e.id from %s e where e.hostId = :host and e.id in :ids"
                    .formatted(kind.getSimpleName()),
                UUID.class)
            .setParameter("host", hostId)
            .setParameter("ids", ids)
            .getResultStream()
            .collect(Collectors.toSet());
  }

  /** The places of the things of that kind that stand on the host. */
  public Map<UUID, Integer> findPositions(UUID hostId, Class<? extends StoredEntity> kind) {
    return database
        .createQuery(
            "select e.id, e.position from %s e where e.hostId = :host"
                .formatted(kind.getSimpleName()),
            Object[].class)
        .setParameter("host", hostId)
        .getResultStream()
        .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Integer) row[1]));
  }

  /**
   * Refuses ids for things on a host that are named twice, or that a thing elsewhere has: whose it
   * is makes no difference.
   */
  public void requireFreeIds(Class<? extends StoredEntity> kind, List<UUID> ids, UUID hostId) {
    Set<UUID> named = new HashSet<>();
    for (UUID id : ids) {
      if (!named.add(id)) {
        throw Refusal.idTaken(id);
      }
    }
    if (ids.isEmpty()) {
      return;
    }
    Set<UUID> taken =
        database
            .createQuery(
                "select e.id from %s e where e.id in :ids and e.hostId <> :host"
                    .formatted(kind.getSimpleName()),
                UUID.class)
            .setParameter("ids", ids)
            .setParameter("host", hostId)
            .getResultStream()
            .collect(Collectors.toSet());
    ids.stream()
        .filter(taken::contains)
        .findFirst()
        .ifPresent(
            id -> {
              throw Refusal.idTaken(id);
            });
  }
}
