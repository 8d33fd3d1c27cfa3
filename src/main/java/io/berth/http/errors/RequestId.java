package io.berth.http.errors;

import io.berth.http.filters.RequestIdFilter;
import jakarta.servlet.ServletRequest;

/** The id of a request in responses, in proxies and in the log. */
public final class RequestId {
  /**
   * The name of the header in requests and responses, and of the request attribute that holds the
   * id.
   */
  public static final String NAME = "X-Request-Id";

  private RequestId() {}

  /** The id that {@link RequestIdFilter} assigned to the request. */
  public static String of(ServletRequest request) {
    return String.valueOf(request.getAttribute(NAME));
  }
}
