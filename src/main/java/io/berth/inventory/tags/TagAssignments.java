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
    if (lock(kind, List.of(wanted.entityId())).isEmpty()) {
      throw Refusal.notFound(kind.entityName(), wanted.entityId());
    }
    markChanged(kind, List.of(wanted.entityId()));
    tags.reassign(kind, wanted.entityId(), wanted.tagIds());
  }

  /**
   * Adds a tag to the entities that the caller can access; returns the number that did not have it.
   */
  public int add(@NotNull @Valid TaggedEntities wanted) {
    Taggable kind = wanted.entityType().kind();
    Set<UUID> entities = lock(kind, wanted.entityIds());
    tags.lockAll(List.of(wanted.tagId()));
    entities.removeAll(findTagged(kind, wanted.tagId(), entities));
    markChanged(kind, entities);
    tags.assignLocked(kind, entities, List.of(wanted.tagId()));
    return entities.size();
  }

  /** Removes a tag from the entities that the caller can access; returns the number that had it. */
  public int remove(@NotNull @Valid TaggedEntities wanted) {
    Taggable kind = wanted.entityType().kind();
    Set<UUID> entities = lock(kind, wanted.entityIds());
    tags.lockAll(List.of(wanted.tagId()));
    markChanged(kind, entities);
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

  /** Writes the locked entities whose tags change; a service is written with its host. */
  private void markChanged(Taggable kind, Collection<UUID> ids) {
    if (!ids.isEmpty()) {
      String update =
          kind == Taggable.SERVICE
              ? "update Host e set e.revision = e.revision + 1"
                  + " where e.id in (select s.hostId from Service s where s.id in :ids)"
              : "update %s e set e.revision = e.revision + 1 where e.id in :ids"
                  .formatted(kind.entityName());
      database.createQuery(update).setParameter("ids", ids).executeUpdate();
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
   * ends, no other can delete them. For a service, its host is locked.
   */
  private Set<UUID> lock(Taggable kind, Collection<UUID> ids) {
    if (caller.networks().isEmpty()) {
      return new LinkedHashSet<>();
    }
    return kind == Taggable.SERVICE ? lockHosts(ids) : lockRows(kind, ids);
  }

  private Set<UUID> lockHosts(Collection<UUID> services) {
    Set<UUID> hosts = Set.copyOf(findHostsOf(services).values());
    if (hosts.isEmpty()) {
      return new LinkedHashSet<>();
    }
    Set<UUID> locked = lockRows(Taggable.HOST, hosts);
    Map<UUID, UUID> hostOf = findHostsOf(services);
    LockContention.retryUnless(locked.containsAll(hostOf.values()));
    return new LinkedHashSet<>(hostOf.keySet());
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
