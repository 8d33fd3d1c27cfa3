package io.berth.http.errors;

import io.berth.http.filters.RequestIdFilter;
import jakarta.servlet.ServletRequest;

/** The id of a request, by which client, proxy and log refer to it. */
public final class RequestId {
  /** The header, in requests and responses; also the attribute of the request that holds the id. */
  public static final String NAME = "X-Request-Id";

  private RequestId() {}

  /** The id that {@link RequestIdFilter} gave the request. */
  public static String of(ServletRequest request) {
    return String.valueOf(request.getAttribute(NAME));
  }
}
