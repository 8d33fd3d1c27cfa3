package io.berth.answers;

import io.berth.problems.Refusal;
import jakarta.persistence.TypedQuery;
import jakarta.ws.rs.QueryParam;

/** The query parameters that every list takes. */
public class PageRequest {
  /** How many items a page has if nothing else is asked for. */
  public static final int DEFAULT_LIMIT = 50;

  /** How many items a page has at most. */
  public static final int MAX_LIMIT = 1000;

  @QueryParam("limit")
  private String limit;

  @QueryParam("offset")
  private String offset;

  @QueryParam("group_by")
  private String groupBy;

  @QueryParam("order_by")
  private String orderBy;

  @QueryParam("order_direction")
  private String orderDirection;

  /** How many items at most; 0 means all, more than 1000 is capped. */
  public long limit() {
    Long wanted = QueryParameters.number("limit", limit);
    return wanted == null ? DEFAULT_LIMIT : Math.min(wanted, MAX_LIMIT);
  }

  /** Whether all items are asked for. */
  public boolean isUnlimited() {
    return limit() == 0;
  }

  /** How many items to skip. */
  public long offset() {
    Long wanted = QueryParameters.number("offset", offset);
    return wanted == null ? 0 : wanted;
  }

  /** The field to group by, or null. */
  public String groupBy() {
    return QueryParameters.text(groupBy);
  }

  /** The field to order by, or null. */
  public String orderBy() {
    return QueryParameters.text(orderBy);
  }

  /** Whether {@link #orderBy} descends; refuses a direction that is neither. */
  public boolean descending() {
    String direction = QueryParameters.text(orderDirection);
    if (direction == null || direction.equals("asc")) {
      return false;
    }
    if (direction.equals("desc")) {
      return true;
    }
    throw Refusal.invalidValue("order_direction", "order_direction must be asc or desc.");
  }

  /** Cuts a query's result to this page. */
  public void applyTo(TypedQuery<?> query) {
    query.setFirstResult((int) Math.min(offset(), Integer.MAX_VALUE));
    if (limit() > 0) {
      query.setMaxResults((int) limit());
    }
  }
}
