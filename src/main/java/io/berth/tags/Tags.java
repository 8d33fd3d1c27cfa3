package io.berth.tags;

import io.berth.access.Caller;
import io.berth.answers.Page;
import io.berth.answers.PageRequest;
import io.berth.database.Listing;
import io.berth.problems.Refusal;
import io.berth.problems.SomeIds;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The use cases of tags, and what other features need to mark their things. */
@Stateless
public class Tags {
  @PersistenceContext private EntityManager database;
  @Inject private Caller caller;

  /** The organization's tags. */
  public Page<TagView> list(PageRequest request) {
    return new Listing<>(Tag.class)
        .where("e.organizationId = :organization", "organization", caller.organizationId())
        .order("name", "e.name")
        .order("color", "e.color")
        .order("updated_at", "e.updatedAt")
        .page(database, request)
        .map(tags -> tags.stream().map(TagView::of).toList());
  }

  /** One tag. */
  public TagView get(UUID id) {
    return TagView.of(require(id));
  }

  /** Makes a tag; refuses a name that the organization has already. */
  public TagView create(@NotNull @Valid NewTag wanted) {
    caller.mustBelongTo(wanted.organizationId());
    Tag tag = new Tag(wanted);
    database.persist(tag);
    database.flush();
    return TagView.of(tag);
  }

  /** Replaces name, description and colour. */
  public TagView replace(UUID id, @NotNull @Valid NewTag wanted) {
    Tag tag = require(id);
    caller.mustBelongTo(wanted.organizationId());
    tag.describe(wanted);
    database.flush();
    return TagView.of(tag);
  }

  /** Deletes a tag, and takes it off everything. */
  public void delete(UUID id) {
    if (deleteOwn(List.of(id)) == 0) {
      throw Refusal.notFound("Tag", id);
    }
  }

  /** Deletes those of the tags that are the organization's; answers how many. */
  public int deleteAll(@NotNull @SomeIds List<@NotNull UUID> ids) {
    return deleteOwn(ids);
  }

  private int deleteOwn(List<UUID> ids) {
    Set<UUID> own = lock(ids);
    return own.isEmpty()
        ? 0
        : database
            .createQuery("delete from Tag t where t.id in :ids")
            .setParameter("ids", own)
            .executeUpdate();
  }

  /** The tags of each of the entities, in the order of their assignment. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public Map<UUID, List<UUID>> of(Taggable kind, Collection<UUID> entities) {
    Map<UUID, List<UUID>> tags = new HashMap<>();
    if (!entities.isEmpty()) {
      database
          .createQuery(
              "select a.%1$s, a.tagId from Assignment a where a.%1$s in :entities order by a.id"
                  .formatted(kind.field()),
              Object[].class)
          .setParameter("entities", entities)
          .getResultStream()
          .forEach(
              row ->
                  tags.computeIfAbsent((UUID) row[0], e -> new ArrayList<>()).add((UUID) row[1]));
    }
    return tags;
  }

  /** Marks a new entity; null marks nothing. Answers its tags. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public List<UUID> assign(Taggable kind, UUID entity, List<UUID> tagIds) {
    if (tagIds == null || tagIds.isEmpty()) {
      return List.of();
    }
    Set<UUID> wanted = new LinkedHashSet<>(tagIds);
    mustBeKnown(wanted);
    wanted.forEach(tag -> database.persist(new Assignment(tag, kind, entity)));
    database.flush();
    return List.copyOf(wanted);
  }

  /** Gives an entity exactly these tags; null keeps what it has. Answers its tags. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public List<UUID> reassign(Taggable kind, UUID entity, List<UUID> tagIds) {
    if (tagIds == null) {
      return of(kind, List.of(entity)).getOrDefault(entity, List.of());
    }
    reassign(kind, Map.of(entity, tagIds));
    return List.copyOf(new LinkedHashSet<>(tagIds));
  }

  /** Locks tags that entities are to be marked with; refuses an unknown one. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void mustBeKnown(Collection<UUID> tagIds) {
    Set<UUID> known = tagIds.isEmpty() ? Set.of() : lock(tagIds);
    for (UUID tag : tagIds) {
      if (!known.contains(tag)) {
        throw Refusal.unknownReference("Tag", tag);
      }
    }
  }

  /** Gives each of the entities exactly these tags. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void reassign(Taggable kind, Map<UUID, List<UUID>> tagsOf) {
    if (tagsOf.isEmpty()) {
      return;
    }
    database
        .createQuery("delete from Assignment a where a.%s in :entities".formatted(kind.field()))
        .setParameter("entities", tagsOf.keySet())
        .executeUpdate();
    mustBeKnown(tagsOf.values().stream().flatMap(List::stream).collect(Collectors.toSet()));
    tagsOf.forEach(
        (entity, tagIds) ->
            new LinkedHashSet<>(tagIds)
                .forEach(tag -> database.persist(new Assignment(tag, kind, entity))));
    database.flush();
  }

  private Tag require(UUID id) {
    Tag tag = database.find(Tag.class, id);
    if (tag == null || !tag.organizationId().equals(caller.organizationId())) {
      throw Refusal.notFound("Tag", id);
    }
    return tag;
  }

  /** Locks those of the tags that are the organization's: nobody deletes them meanwhile. */
  private Set<UUID> lock(Collection<UUID> ids) {
    return new LinkedHashSet<>(
        database
            .createQuery(
                "select t from Tag t where t.id in :ids and t.organizationId = :organization"
                    + " order by t.id",
                Tag.class)
            .setParameter("ids", ids)
            .setParameter("organization", caller.organizationId())
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultStream()
            .map(Tag::id)
            .toList());
  }
}
