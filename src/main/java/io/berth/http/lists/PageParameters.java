package io.berth.http.lists;

import io.berth.persistence.ListFilter;
import io.berth.persistence.PageSpec;
import io.berth.refusals.Refusal;
import jakarta.ws.rs.QueryParam;

/** The query parameters of every list. */
public class PageParameters implements ListFilter {
  /** The number of items in a page if the client sends no limit. */
  public static final int DEFAULT_LIMIT = 50;

  /** The maximum number of items in a page; a higher limit is reduced to it. */
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

  @Override
  public PageSpec page() {
    return new PageSpec(
        limit(),
        number("offset", offset, 0),
        QueryParameters.text(groupBy),
        QueryParameters.text(orderBy),
        isDescending());
  }

  private long limit() {
    return Math.min(number("limit", limit, DEFAULT_LIMIT), MAX_LIMIT);
  }

  private static long number(String name, String value, long defaultValue) {
    Long number = QueryParameters.number(name, value);
    return number == null ? defaultValue : number;
  }

  private boolean isDescending() {
    String direction = QueryParameters.text(orderDirection);
    if (direction == null || direction.equals("asc")) {
      return false;
    }
    if (direction.equals("desc")) {
      return true;
    }
    throw Refusal.invalidValue("order_direction", "order_direction must be asc or desc.");
  }
}
