package io.berth.inventory.tags;

import io.berth.accounts.access.Caller;
import io.berth.http.lists.PageParameters;
import io.berth.persistence.ListQuery;
import io.berth.persistence.ListUseCases;
import io.berth.persistence.StoredEntity;
import io.berth.persistence.UuidConverter;
import io.berth.persistence.errors.LockContention;
import io.berth.refusals.AtLeastOneId;
import io.berth.refusals.Refusal;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The use cases of tags, and the assignment of tags for other features. */
@Stateless
public class Tags extends ListUseCases<Tag, PageParameters, TagView> {
  /** Rows per INSERT; a statement of MySQL has at most 65535 parameters. */
  private static final int BATCH_SIZE = 1000;

  @PersistenceContext private EntityManager database;
  @Inject private Caller caller;

  @Override
  protected ListQuery<Tag> visible() {
    return new ListQuery<>(Tag.class)
        .where("e.organizationId = :organization", "organization", caller.organizationId())
        .order("name", "e.name")
        .order("color", "e.color")
        .order("updated_at", "e.updatedAt");
  }

  public TagView get(UUID id) {
    return TagView.of(require(id));
  }

  /** Creates a tag; refuses a name that the organization already has. */
  public TagView create(@NotNull @Valid NewTag wanted) {
    caller.requireOrganization(wanted.organizationId());
    Tag tag = new Tag(wanted);
    database.persist(tag);
    database.flush();
    return TagView.of(tag);
  }

  /** Replaces name, description and colour; refuses a name that the organization already has. */
  public TagView replace(UUID id, @NotNull @Valid NewTag wanted) {
    Tag tag = require(id);
    caller.requireOrganization(wanted.organizationId());
    tag.apply(wanted);
    database.flush();
    return TagView.of(tag);
  }

  /** Deletes a tag and its assignments. */
  public void delete(UUID id) {
    if (deleteOwn(List.of(id)) == 0) {
      throw Refusal.notFound("Tag", id);
    }
  }

  /**
   * Deletes those of the tags that belong to the organization; returns the number of deleted tags.
   */
  public int deleteAll(@NotNull @AtLeastOneId List<@NotNull UUID> ids) {
    return deleteOwn(ids);
  }

  private int deleteOwn(List<UUID> ids) {
    Set<UUID> own = lock(ids);
    return own.isEmpty()
        ? 0
        : LockContention.retryUnlessAll(
            own,
            database
                .createQuery("delete from Tag t where t.id in :ids")
                .setParameter("ids", own)
                .executeUpdate());
  }

  /**
   * The tags of each entity, in the order of their assignment; an entity without tags has no key.
   */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public Map<UUID, List<UUID>> of(Taggable kind, Collection<UUID> entities) {
    Map<UUID, List<UUID>> tags = new HashMap<>();
    if (!entities.isEmpty()) {
      database
          .createQuery(
              "select a.%1$s, a.tagId from TagAssignment a where a.%1$s in :entities order by a.id"
                  .formatted(kind.fieldName()),
              Object[].class)
          .setParameter("entities", entities)
          .getResultStream()
          .forEach(
              row ->
                  tags.computeIfAbsent((UUID) row[0], e -> new ArrayList<>()).add((UUID) row[1]));
    }
    return tags;
  }

  /** Assigns tags to a new entity and returns them without duplicates; null means none. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public List<UUID> assign(Taggable kind, UUID entity, List<UUID> tagIds) {
    if (tagIds == null || tagIds.isEmpty()) {
      return List.of();
    }
    List<UUID> wanted = lockAll(tagIds);
    assignLocked(kind, List.of(entity), wanted);
    return wanted;
  }

  /** Replaces all tags of an entity and returns its tags; null keeps them. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public List<UUID> reassign(Taggable kind, UUID entity, List<UUID> tagIds) {
    if (tagIds == null) {
      return of(kind, List.of(entity)).getOrDefault(entity, List.of());
    }
    reassign(kind, Map.of(entity, tagIds));
    return tagIds.stream().distinct().toList();
  }

  /** Replaces all tags of each entity. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void reassign(Taggable kind, Map<UUID, List<UUID>> tagsOf) {
    if (tagsOf.isEmpty()) {
      return;
    }
    lockAll(tagsOf.values().stream().flatMap(List::stream).toList());
    database
        .createQuery(
            "delete from TagAssignment a where a.%s in :entities".formatted(kind.fieldName()))
        .setParameter("entities", tagsOf.keySet())
        .executeUpdate();
    List<List<UUID>> rows = new ArrayList<>();
    tagsOf.forEach((entity, tagIds) -> rows.addAll(rows(entity, tagIds)));
    insertInBatches(kind, rows);
  }

  /** Locks tags and returns them without duplicates; refuses an unknown tag. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public List<UUID> lockAll(List<UUID> ids) {
    List<UUID> wanted = ids.stream().distinct().toList();
    Set<UUID> locked = wanted.isEmpty() ? Set.of() : lock(wanted);
    wanted.stream()
        .filter(tag -> !locked.contains(tag))
        .findFirst()
        .ifPresent(
            tag -> {
              throw Refusal.unknownReference("Tag", tag);
            });
    return wanted;
  }

  /** Assigns locked tags to entities that have none of them, in the order of the tags. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void assignLocked(Taggable kind, Collection<UUID> entities, List<UUID> tagIds) {
    List<List<UUID>> rows = new ArrayList<>();
    entities.forEach(entity -> rows.addAll(rows(entity, tagIds)));
    insertInBatches(kind, rows);
  }

  private static List<List<UUID>> rows(UUID entity, List<UUID> tags) {
    return tags.stream().distinct().map(tag -> List.of(StoredEntity.newId(), tag, entity)).toList();
  }

  private void insertInBatches(Taggable kind, List<List<UUID>> rows) {
    for (int from = 0; from < rows.size(); from += BATCH_SIZE) {
      insert(kind, rows.subList(from, Math.min(from + BATCH_SIZE, rows.size())));
    }
  }

  private void insert(Taggable kind, List<List<UUID>> rows) {
    Query insert =
        database.createNativeQuery(
            "insert into tag_assignment (id, tag_id, %s) values ".formatted(kind.columnName())
                + String.join(", ", Collections.nCopies(rows.size(), "(?, ?, ?)")));
    List<UUID> values = rows.stream().flatMap(List::stream).toList();
    for (int i = 0; i < values.size(); i++) {
      insert.setParameter(i + 1, new UuidConverter().convertToDatabaseColumn(values.get(i)));
    }
    insert.executeUpdate();
  }

  @Override
  protected List<TagView> views(List<Tag> tags) {
    return tags.stream().map(TagView::of).toList();
  }

  private Tag require(UUID id) {
    Tag tag = database.find(Tag.class, id);
    if (tag == null || !tag.organizationId().equals(caller.organizationId())) {
      throw Refusal.notFound("Tag", id);
    }
    return tag;
  }

  /**
   * Locks those of the tags that belong to the organization, so that no other transaction can
   * delete them.
   */
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
