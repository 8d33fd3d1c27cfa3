package io.berth.http.filters;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Allows scripts of the configured origins to use the API from a browser (CORS, Fetch standard); by
 * default no origin. Such scripts send an API key like other clients: there are no cookies, and
 * credentials mode is never allowed.
 */
public class CorsFilter extends HttpFilter {
  private static final long serialVersionUID = 1;
  private static final String ANY = "*";

  /** The request attribute that holds the header on which every response depends ({@code Vary}). */
  static final String VARIES = CorsFilter.class.getName();

  private static final String ORIGIN = "Origin";
  private static final String ALLOW = "Access-Control-Allow-";
  private static final String METHODS = "GET, HEAD, POST, PUT, DELETE, OPTIONS";
  private static final String REQUEST_HEADERS =
      "Authorization, Content-Type, X-Request-Id, If-Match, If-None-Match, Idempotency-Key";
  private static final String RESPONSE_HEADERS =
      "X-Request-Id, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset, Retry-After,"
          + " Content-Disposition, ETag, WWW-Authenticate";

  /** A browser may cache the preflight response for ten minutes. */
  private static final String MAX_AGE_SECONDS = "600";

  @Inject
  @ConfigProperty(name = "berth.cors.origins")
  private transient Optional<String> configuredOrigins;

  private Set<String> origins = Set.of();

  @Override
  public void init() {
    origins =
        Pattern.compile(",")
            .splitAsStream(configuredOrigins.orElse(""))
            .map(String::strip)
            .filter(origin -> !origin.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean allowed = !origins.isEmpty() && allows(request, response);
    if (allowed && isPreflight(request)) {
      response.setHeader(ALLOW + "Methods", METHODS);
      response.setHeader(ALLOW + "Headers", REQUEST_HEADERS);
      response.setHeader("Access-Control-Max-Age", MAX_AGE_SECONDS);
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } else {
      chain.doFilter(request, response);
    }
  }

  /** Whether the origin may read the response; sets the response headers that allow it. */
  private boolean allows(HttpServletRequest request, HttpServletResponse response) {
    String origin = request.getHeader(ORIGIN);
    boolean any = origins.contains(ANY);
    if (!any) {
      response.setHeader("Vary", ORIGIN);
      request.setAttribute(VARIES, ORIGIN);
    }
    if (origin == null || !any && !origins.contains(origin)) {
      return false;
    }
    response.setHeader(ALLOW + "Origin", any ? ANY : origin);
    response.setHeader("Access-Control-Expose-Headers", RESPONSE_HEADERS);
    return true;
  }

  private static boolean isPreflight(HttpServletRequest request) {
    return request.getMethod().equals("OPTIONS")
        && request.getHeader("Access-Control-Request-Method") != null;
  }
}
