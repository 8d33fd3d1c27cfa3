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
 * Refuses with 400 what HTTP forbids and the server lets through: more than one Host header (RFC
 * 9112, 3.2). A proxy in front may have decided by another one of them than Berth would. The
 * connection is closed, because it can't be told what else of it was meant otherwise.
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
    LimitedRequestBody.unwanted(request.getInputStream()).close();
    ServletErrorWriter.send(
        request,
        response,
        HttpServletResponse.SC_BAD_REQUEST,
        ErrorEnvelope.of(
            "bad_request", "The request has more than one Host header. Send only one.", Map.of()));
  }
}
