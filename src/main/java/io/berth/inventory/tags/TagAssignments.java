package io.berth.inventory.tags;

import io.berth.accounts.access.Caller;
import io.berth.persistence.StoredEntity;
import io.berth.persistence.errors.LockContention;
import io.berth.refusals.Refusal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The use cases of tag assignments. Entities are locked before tags: neither can be deleted
 * meanwhile, and transactions that tag the same entities wait for each other.
 */
@Stateless
public class TagAssignments {
  @PersistenceContext private EntityManager database;
  @Inject private Caller caller;
  @Inject private Tags tags;

  /** Replaces all tags of an entity. */
  public void set(@NotNull @Valid EntityTags wanted) {
    Taggable kind = wanted.entityType().kind();
    Map<UUID, UUID> locked = lock(kind, List.of(wanted.entityId()));
    if (locked.isEmpty()) {
      throw Refusal.notFound(kind.entityName(), wanted.entityId());
    }
    markChanged(kind, locked.values());
    tags.reassign(kind, wanted.entityId(), wanted.tagIds());
  }

  /**
   * Adds a tag to the entities that the caller can access; returns the number that did not have it.
   */
  public int add(@NotNull @Valid TaggedEntities wanted) {
    Taggable kind = wanted.entityType().kind();
    Map<UUID, UUID> locked = lock(kind, wanted.entityIds());
    tags.lockAll(List.of(wanted.tagId()));
    findTagged(kind, wanted.tagId(), locked.keySet()).forEach(locked::remove);
    markChanged(kind, locked.values());
    tags.assignLocked(kind, locked.keySet(), List.of(wanted.tagId()));
    return locked.size();
  }

  /** Removes a tag from the entities that the caller can access; returns the number that had it. */
  public int remove(@NotNull @Valid TaggedEntities wanted) {
    Taggable kind = wanted.entityType().kind();
    Map<UUID, UUID> locked = lock(kind, wanted.entityIds());
    Set<UUID> entities = locked.keySet();
    tags.lockAll(List.of(wanted.tagId()));
    markChanged(kind, locked.values());
    return entities.isEmpty()
        ? 0
        : database
            .createQuery(
                "delete from TagAssignment a where a.tagId = :tag and a.%s in :entities"
                    .formatted(kind.fieldName()))
            .setParameter("tag", wanted.tagId())
            .setParameter("entities", entities)
            .executeUpdate();
  }

  /** Writes the locked rows of entities whose tags change. */
  private void markChanged(Taggable kind, Collection<UUID> rows) {
    if (!rows.isEmpty()) {
      Taggable locked = kind == Taggable.SERVICE ? Taggable.HOST : kind;
      database
          .createQuery(
              "update %s e set e.revision = e.revision + 1 where e.id in :ids"
                  .formatted(locked.entityName()))
          .setParameter("ids", Set.copyOf(rows))
          .executeUpdate();
    }
  }

  private List<UUID> findTagged(Taggable kind, UUID tag, Set<UUID> entities) {
    return entities.isEmpty()
        ? List.of()
        : database
            .createQuery(
                "select a.%1$s from TagAssignment a where a.tagId = :tag and a.%1$s in :entities"
                    .formatted(kind.fieldName()),
                UUID.class)
            .setParameter("tag", tag)
            .setParameter("entities", entities)
            .getResultList();
  }

  /**
   * Locks those of the entities that exist and that the caller can access. Until this transaction
   * ends, no other can delete them. Returns the locked row of each entity: its own, or the host of
   * a service.
   */
  private Map<UUID, UUID> lock(Taggable kind, Collection<UUID> ids) {
    if (caller.networks().isEmpty()) {
      return Map.of();
    }
    Map<UUID, UUID> locked = new LinkedHashMap<>();
    if (kind == Taggable.SERVICE) {
      locked.putAll(lockHosts(ids));
    } else {
      lockRows(kind, ids).forEach(id -> locked.put(id, id));
    }
    return locked;
  }

  private Map<UUID, UUID> lockHosts(Collection<UUID> services) {
    Set<UUID> hosts = Set.copyOf(findHostsOf(services).values());
    if (hosts.isEmpty()) {
      return Map.of();
    }
    Set<UUID> locked = lockRows(Taggable.HOST, hosts);
    Map<UUID, UUID> hostOf = findHostsOf(services);
    LockContention.retryUnless(locked.containsAll(hostOf.values()));
    return hostOf;
  }

  private Map<UUID, UUID> findHostsOf(Collection<UUID> services) {
    return database
        .createQuery(
            "select e.id, e.hostId from Service e where e.id in :ids and e.networkId in :networks",
            Object[].class)
        .setParameter("ids", services)
        .setParameter("networks", caller.networks())
        .getResultStream()
        .collect(Collectors.toMap(row -> (UUID) row[0], row -> (UUID) row[1]));
  }

  private Set<UUID> lockRows(Taggable kind, Collection<UUID> ids) {
    return database
        .createQuery(
            "select e from %s e where e.id in :ids and e.%s in :networks order by e.id"
                .formatted(kind.entityName(), kind.networkField()),
            StoredEntity.class)
        .setParameter("ids", ids)
        .setParameter("networks", caller.networks())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .map(StoredEntity::id)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
