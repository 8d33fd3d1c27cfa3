package io.berth.http.filters;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Commits HEAD responses, because the container would otherwise set {@code Content-Length: 0}: the
 * header must have the length of the GET response, or be absent if that is unknown.
 */
public class HeadFilter extends HttpFilter {
  private static final long serialVersionUID = 1;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    chain.doFilter(request, response);
    if (request.getMethod().equals("HEAD") && response.getStatus() == HttpServletResponse.SC_OK) {
      response.flushBuffer();
    }
  }
}
