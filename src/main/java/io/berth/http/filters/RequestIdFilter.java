package io.berth.http.filters;

import io.berth.http.errors.RequestId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Assigns an id to every request: the value of {@code X-Request-Id} if it is short and safe enough
 * for logs and headers, otherwise a new one.
 */
public class RequestIdFilter extends HttpFilter {
  private static final long serialVersionUID = 1;
  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.setHeader(RequestId.NAME, requestId(request));
    chain.doFilter(request, response);
  }

  /** An error dispatch is the same request and keeps the id. */
  private static String requestId(HttpServletRequest request) {
    if (request.getAttribute(RequestId.NAME) == null) {
      request.setAttribute(RequestId.NAME, idFor(request.getHeader(RequestId.NAME)));
    }
    return RequestId.of(request);
  }

  static String idFor(String requested) {
    return requested != null && SAFE.matcher(requested).matches()
        ? requested
        : UUID.randomUUID().toString();
  }
}
