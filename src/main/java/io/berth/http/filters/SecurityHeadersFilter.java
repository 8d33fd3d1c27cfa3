package io.berth.http.filters;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The headers of every answer, whoever makes it: nothing is stored, sniffed, framed or referred.
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

  /** Lets this answer's page do what the directive says, beside nothing. */
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
