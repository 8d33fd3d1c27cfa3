package io.berth.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/**
 * The list use cases that every entity has: a page, or all items in chunks. A list without a limit
 * is read in several transactions, so that it holds no connection while its client is slow: first
 * the ids, which fix the content and the order, then the items of each chunk of ids.
 *
 * @param <E> the entity
 * @param <F> the filter
 * @param <V> the representation of an item in the API
 */
public abstract class ListUseCases<E, F extends ListFilter, V> {
  @PersistenceContext private EntityManager database;

  public Page<V> list(F filter) {
    return query(filter).page(database, filter.page()).map(this::views);
  }

  /** The ids of all items, in the order of the list. */
  public List<UUID> findAll(F filter) {
    return query(filter).ids(database, filter.page());
  }

  /** The items of these ids that still exist, in the order of the ids. */
  public List<V> getAll(List<UUID> ids) {
    return views(byIds(ids));
  }

  /** The entities of these ids that the caller can see, in the order of the ids. */
  protected List<E> byIds(List<UUID> ids) {
    return visible().byIds(database, ids);
  }

  /** All entities that the caller can see. */
  protected abstract ListQuery<E> visible();

  /** The entities that match the filter, with the order fields of the list. */
  protected ListQuery<E> query(F filter) {
    return visible();
  }

  /** The representations of the entities, in their order. */
  protected abstract List<V> views(List<E> entities);
}
