package io.berth.http.filters;

import io.berth.http.errors.ErrorEnvelope;
import io.berth.http.errors.ServletErrorWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;

/**
 * Refuses with 400 a request with more than one Host header (RFC 9112, 3.2), which the server
 * accepts. A proxy may have used a different one than Berth would. The connection is closed,
 * because the boundaries of further requests on it are not reliable.
 */
public class MalformedRequestFilter extends HttpFilter {
  private static final long serialVersionUID = 1;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (Collections.list(request.getHeaders("Host")).size() <= 1) {
      chain.doFilter(request, response);
      return;
    }
    ServletErrorWriter.closeConnection(request, response);
    LimitedRequestBody.discarded(request.getInputStream()).close();
    ServletErrorWriter.send(
        request,
        response,
        HttpServletResponse.SC_BAD_REQUEST,
        ErrorEnvelope.of(
            "bad_request", "The request has more than one Host header. Send only one.", Map.of()));
  }
}
