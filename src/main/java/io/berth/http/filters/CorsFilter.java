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
 * Lets pages of other origins use the API from a browser (CORS, by the Fetch standard), if a
 * setting names them; none by default. They show a key as everybody does; there are no cookies, and
 * what a browser has for itself ("credentials") is never allowed.
 */
public class CorsFilter extends HttpFilter {
  private static final long serialVersionUID = 1;
  private static final String ANY = "*";

  /** The attribute of a request that says on which of its headers every answer depends. */
  static final String VARIES = CorsFilter.class.getName();

  private static final String ORIGIN = "Origin";
  private static final String ALLOW = "Access-Control-Allow-";
  private static final String METHODS = "GET, HEAD, POST, PUT, DELETE, OPTIONS";
  private static final String TO_BERTH =
      "Authorization, Content-Type, X-Request-Id, If-Match, If-None-Match, Idempotency-Key";
  private static final String FROM_BERTH =
      "X-Request-Id, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset, Retry-After,"
          + " Content-Disposition, ETag, WWW-Authenticate";

  /** How long a browser may remember what it was told: ten minutes. */
  private static final String REMEMBERED_SECONDS = "600";

  @Inject
  @ConfigProperty(name = "berth.cors.origins")
  private transient Optional<String> setting;

  private Set<String> origins = Set.of();

  @Override
  public void init() {
    origins =
        Pattern.compile(",")
            .splitAsStream(setting.orElse(""))
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
      response.setHeader(ALLOW + "Headers", TO_BERTH);
      response.setHeader("Access-Control-Max-Age", REMEMBERED_SECONDS);
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } else {
      chain.doFilter(request, response);
    }
  }

  /** Whether the origin may read the answer, which the answer then tells its browser. */
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
    response.setHeader("Access-Control-Expose-Headers", FROM_BERTH);
    return true;
  }

  private static boolean isPreflight(HttpServletRequest request) {
    return request.getMethod().equals("OPTIONS")
        && request.getHeader("Access-Control-Request-Method") != null;
  }
}
