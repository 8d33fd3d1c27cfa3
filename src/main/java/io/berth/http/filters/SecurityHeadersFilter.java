package io.berth.http.filters;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Sets the security headers of every response, so that browsers do not store it, guess its type,
 * frame it or send its address as a referrer.
 */
public class SecurityHeadersFilter extends HttpFilter {
  private static final long serialVersionUID = 1;
  private static final String POLICY = "Content-Security-Policy";
  private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    set(response);
    chain.doFilter(request, response);
  }

  /**
   * Adds a directive to the Content-Security-Policy of this response, which allows nothing by
   * default.
   */
  public static void allow(HttpServletResponse response, String directive) {
    response.setHeader(POLICY, NOTHING + "; " + directive);
  }

  private static void set(HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader(POLICY, NOTHING);
  }
}
