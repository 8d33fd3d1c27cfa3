package io.berth.operations.metrics;

import io.berth.http.errors.ServletErrorWriter;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;

/**
 * Counts every request once, whoever answers it: JAX-RS, a filter that follows (those of {@code
 * web.xml}), or the container in an error dispatch, which it enters after the request itself, or
 * without it when no servlet was reached.
 */
public class RequestMetricsFilter extends HttpFilter {
  private static final long serialVersionUID = 1;
  private static final String SEEN = RequestMetricsFilter.class.getName();

  /** Asked by machines all the time, and no use of the API. */
  private static final Set<String> PROBES = Set.of("/health", "/metrics", "/openapi");

  @Inject private transient Metrics meters;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getDispatcherType() == DispatcherType.ERROR) {
      chain.doFilter(request, response);
      failed(request, response.getStatus());
    } else {
      request.setAttribute(SEEN, !isProbe(request));
      if (isProbe(request)) {
        chain.doFilter(request, response);
      } else {
        measured(request, response, chain);
      }
    }
  }

  private static boolean isProbe(HttpServletRequest request) {
    return PROBES.contains(request.getServletPath()) || "/health".equals(request.getPathInfo());
  }

  private void measured(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    long begin = System.nanoTime();
    int status = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    try {
      chain.doFilter(request, response);
      status = response.getStatus();
    } finally {
      meters.request(request.getMethod(), status);
      meters.duration(request.getMethod(), Duration.ofNanos(System.nanoTime() - begin));
      ServletErrorWriter.findCode(request).ifPresent(meters::refusal);
    }
  }

  /** An answer of the container's. */
  private void failed(HttpServletRequest request, int status) {
    Object seen = request.getAttribute(SEEN);
    if (seen == null) {
      meters.request(request.getMethod(), status);
    }
    if (!Boolean.FALSE.equals(seen)) {
      ServletErrorWriter.findCode(request).ifPresent(meters::refusal);
    }
  }
}
