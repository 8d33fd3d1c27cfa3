package io.berth.persistence;

import io.berth.refusals.Refusal;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A filtered, ordered, paged list of entities. One statement reads the page and the total count, so
 * that both come from one snapshot. In conditions and order fields the entity is {@code e}.
 */
public final class ListQuery<T> {
  private final Class<T> entity;
  private final String entityName;
  private final StringJoiner conditions =
      new StringJoiner(" and ", " where ", "").setEmptyValue("");
  private final Map<String, Object> parameters = new LinkedHashMap<>();
  private final Map<String, String> orders = new LinkedHashMap<>();
  private final Map<String, String> joins = new HashMap<>();
  private boolean empty;

  public ListQuery(Class<T> entity) {
    this.entity = entity;
    this.entityName = entity.getSimpleName();
    orders.put("created_at", "e.createdAt");
  }

  /** Adds a condition; a null value or an empty collection adds none. */
  public ListQuery<T> where(String condition, String parameter, Object value) {
    if (value != null && !(value instanceof Collection<?> values && values.isEmpty())) {
      conditions.add(condition);
      parameters.put(parameter, value);
    }
    return this;
  }

  /** Limits the list to rows whose field has one of the values; no values mean an empty list. */
  public ListQuery<T> within(String field, Collection<?> values) {
    empty |= values.isEmpty();
    return where(field + " in :within", "within", values);
  }

  /** Adds an order: its name in the API, and its JPQL expression. */
  public ListQuery<T> order(String name, String expression) {
    orders.put(name, expression);
    return this;
  }

  /**
   * Adds an order by another entity, which is joined only for this order, such as {@code join Host
   * h on h.id = e.hostId}.
   */
  public ListQuery<T> order(String name, String expression, String join) {
    joins.put(expression, " " + join);
    return order(name, expression);
  }

  /** Reads the page; refuses an unknown order field. */
  public Page<T> page(EntityManager database, PageSpec spec) {
    return read(database, "e", entity, spec);
  }

  /** The page of a list that is always empty; refuses an order other than by time. */
  public static <V> Page<V> none(PageSpec spec) {
    new ListQuery<>(Object.class).orderBy(spec);
    return new Page<>(List.of(), 0, spec);
  }

  /** Reads the ids of the page, for entities that another statement reads. */
  public Page<UUID> pageOfIds(EntityManager database, PageSpec spec) {
    return read(database, "e.id", UUID.class, spec);
  }

  private <V> Page<V> read(EntityManager database, String selected, Class<V> type, PageSpec spec) {
    String order = orderBy(spec);
    if (empty) {
      return new Page<>(List.of(), 0, spec);
    }
    TypedQuery<Object[]> query =
        database.createQuery(
            "select " + selected + ", (" + count() + ")" + from(order), Object[].class);
    parameters.forEach(query::setParameter);
    spec.applyTo(query);
    List<Object[]> rows = query.getResultList();
    if (rows.isEmpty() && spec.offset() > 0) {
      return new Page<>(List.of(), total(database), spec);
    }
    long total = rows.isEmpty() ? 0 : ((Number) rows.get(0)[1]).longValue();
    return new Page<>(rows.stream().map(row -> type.cast(row[0])).toList(), total, spec);
  }

  /** The ids of all entities, in the order of the spec; ignores its limit and offset. */
  public List<UUID> ids(EntityManager database, PageSpec spec) {
    String order = orderBy(spec);
    if (empty) {
      return List.of();
    }
    TypedQuery<UUID> query = database.createQuery("select e.id" + from(order), UUID.class);
    parameters.forEach(query::setParameter);
    return query.getResultList();
  }

  /** The entities of these ids that still exist, in the order of the ids. */
  public List<T> byIds(EntityManager database, List<UUID> ids) {
    where("e.id in :ids", "ids", ids);
    if (empty) {
      return List.of();
    }
    TypedQuery<Object[]> query =
        database.createQuery(
            "select e.id, e from " + entityName + " e" + conditions, Object[].class);
    parameters.forEach(query::setParameter);
    Map<Object, T> found = new HashMap<>();
    query.getResultStream().forEach(row -> found.put(row[0], entity.cast(row[1])));
    return ids.stream().filter(found::containsKey).map(found::get).toList();
  }

  private String from(String order) {
    String join =
        joins.entrySet().stream()
            .filter(entry -> order.contains(entry.getKey()))
            .map(Map.Entry::getValue)
            .collect(Collectors.joining());
    return " from " + entityName + " e" + join + conditions + order;
  }

  private long total(EntityManager database) {
    TypedQuery<Long> query = database.createQuery(count(), Long.class);
    parameters.forEach(query::setParameter);
    return query.getSingleResult();
  }

  private String count() {
    return "select count(c) from "
        + entityName
        + " c"
        + conditions.toString().replaceAll("\\be\\.", "c.");
  }

  private String orderBy(PageSpec spec) {
    String direction = spec.descending() ? " desc" : " asc";
    List<String> fields = new ArrayList<>();
    if (spec.groupBy() != null) {
      fields.add(expression("group_by", spec.groupBy()));
    }
    if (spec.orderBy() != null) {
      fields.add(expression("order_by", spec.orderBy()) + direction);
    }
    fields.add("e.createdAt");
    fields.add("e.id");
    return " order by " + String.join(", ", fields);
  }

  private String expression(String parameter, String field) {
    String expression = orders.get(field);
    if (expression == null) {
      throw Refusal.invalidValue(
          parameter, parameter + " must be one of " + String.join(", ", orders.keySet()) + ".");
    }
    return expression;
  }
}
