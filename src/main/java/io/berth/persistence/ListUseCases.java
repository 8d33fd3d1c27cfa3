package io.berth.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/**
 * The list use cases that every entity has: a page, or all items in chunks. A long list is read in
 * several transactions, so that it holds no connection while its client is slow: first the ids,
 * which decide what the list has and in which order, then the items of some ids at a time.
 *
 * @param <E> the entity
 * @param <F> the filter
 * @param <V> how an item is shown
 */
public abstract class ListUseCases<E, F extends ListFilter, V> {
  @PersistenceContext private EntityManager database;

  /** A page of the items. */
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

  /** Those that match the filter, with the orders that the list offers. */
  protected ListQuery<E> query(F filter) {
    return visible();
  }

  /** How entities are shown, in their order. */
  protected abstract List<V> views(List<E> entities);
}
