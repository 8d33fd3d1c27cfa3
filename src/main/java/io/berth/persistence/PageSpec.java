package io.berth.persistence;

import jakarta.persistence.TypedQuery;

/**
 * The part of a list that is read, and its order.
 *
 * @param limit the maximum number of items; 0: all
 * @param offset how many items are skipped
 * @param groupBy the field to order by first, ascending, by its name in the API; may be null
 * @param orderBy the field to order by then; may be null
 * @param descending whether {@code orderBy} descends
 */
public record PageSpec(
    long limit, long offset, String groupBy, String orderBy, boolean descending) {

  public boolean isUnlimited() {
    return limit == 0;
  }

  void applyTo(TypedQuery<?> query) {
    query.setFirstResult((int) Math.min(offset, Integer.MAX_VALUE));
    if (!isUnlimited()) {
      query.setMaxResults((int) limit);
    }
  }
}
