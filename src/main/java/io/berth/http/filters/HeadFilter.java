package io.berth.http.filters;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Keeps the container from saying of a HEAD answer that GET would have no body: it tells the length
 * if that is known, and none otherwise.
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
