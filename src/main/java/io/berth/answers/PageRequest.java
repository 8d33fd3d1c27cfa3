package io.berth.answers;

import io.berth.problems.Refusal;
import jakarta.persistence.Query;
import jakarta.ws.rs.QueryParam;

/** The query parameters that every list takes. */
public class PageRequest {
  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 1000;

  @QueryParam("limit")
  private Long limit;

  @QueryParam("offset")
  private Long offset;

  @QueryParam("group_by")
  private String groupBy;

  @QueryParam("order_by")
  private String orderBy;

  @QueryParam("order_direction")
  private String orderDirection;

  /** How many items at most; 0 means all, more than 1000 is capped. */
  public long limit() {
    return limit == null ? DEFAULT_LIMIT : Math.min(limit, MAX_LIMIT);
  }

  /** How many items to skip. */
  public long offset() {
    return offset == null ? 0 : offset;
  }

  /** The field to group by, or null. */
  public String groupBy() {
    return absentIfEmpty(groupBy);
  }

  /** The field to order by, or null. */
  public String orderBy() {
    return absentIfEmpty(orderBy);
  }

  /** Whether {@link #orderBy} descends; refuses a direction that is neither. */
  public boolean descending() {
    String direction = absentIfEmpty(orderDirection);
    if (direction == null || direction.equals("asc")) {
      return false;
    }
    if (direction.equals("desc")) {
      return true;
    }
    throw Refusal.invalidValue("order_direction", "order_direction must be asc or desc.");
  }

  /** Cuts a query's result to this page. */
  public void applyTo(Query query) {
    query.setFirstResult((int) Math.min(offset(), Integer.MAX_VALUE));
    if (limit() > 0) {
      query.setMaxResults((int) limit());
    }
  }

  private static String absentIfEmpty(String value) {
    return value == null || value.isEmpty() ? null : value;
  }
}
