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
 * Counts every request once, whichever component sends the response: JAX-RS, a later filter of
 * {@code web.xml}, or the container in an error dispatch. An error dispatch follows the request, or
 * comes without it if the request reached no servlet.
 */
public class RequestMetricsFilter extends HttpFilter {
  private static final long serialVersionUID = 1;
  private static final String COUNTED = RequestMetricsFilter.class.getName();

  /** Polled by monitoring, and therefore not counted as API requests. */
  private static final Set<String> PROBES = Set.of("/health", "/metrics", "/openapi");

  @Inject private transient Metrics metrics;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getDispatcherType() == DispatcherType.ERROR) {
      chain.doFilter(request, response);
      countErrorDispatch(request, response.getStatus());
    } else {
      request.setAttribute(COUNTED, !isProbe(request));
      if (isProbe(request)) {
        chain.doFilter(request, response);
      } else {
        measure(request, response, chain);
      }
    }
  }

  private static boolean isProbe(HttpServletRequest request) {
    return PROBES.contains(request.getServletPath()) || "/health".equals(request.getPathInfo());
  }

  private void measure(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    long begin = System.nanoTime();
    int status = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    try {
      chain.doFilter(request, response);
      status = response.getStatus();
    } finally {
      metrics.countRequest(request.getMethod(), status);
      metrics.recordDuration(request.getMethod(), Duration.ofNanos(System.nanoTime() - begin));
      ServletErrorWriter.findCode(request).ifPresent(metrics::countRefusal);
    }
  }

  /** Counts a response that the container wrote in an error dispatch. */
  private void countErrorDispatch(HttpServletRequest request, int status) {
    Object counted = request.getAttribute(COUNTED);
    if (counted == null) {
      metrics.countRequest(request.getMethod(), status);
    }
    if (!Boolean.FALSE.equals(counted)) {
      ServletErrorWriter.findCode(request).ifPresent(metrics::countRefusal);
    }
  }
}
