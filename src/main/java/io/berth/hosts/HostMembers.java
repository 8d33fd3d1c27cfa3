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

/** Rows of any kind that belong to a host; each such entity has the field {@code hostId}. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class HostMembers {
  @PersistenceContext private EntityManager database;

  /** Returns those of the ids that rows of the host have. */
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

  /** The positions of the rows of the host, by id. */
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
   * Refuses an id that the list contains twice or that a row of another host has, whether or not
   * the caller can access that host.
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
