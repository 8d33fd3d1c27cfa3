package io.berth.http.filters;

import io.berth.http.errors.ErrorEnvelope;
import io.berth.http.errors.ServletErrorWriter;
import io.berth.refusals.Reason;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/**
 * Knows which requests are in flight, and refuses new ones while Berth is closing. Whoever only
 * watches is not counted, and is told the truth until the end.
 */
public class AdmissionFilter extends HttpFilter {
  private static final long serialVersionUID = 1;
  private static final Set<String> WATCHING = Set.of("/health", "/metrics");

  @Inject private InFlightRequests inFlight;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (WATCHING.contains(request.getServletPath())) {
      chain.doFilter(request, response);
    } else if (inFlight.enter()) {
      try {
        chain.doFilter(request, response);
        if (inFlight.isClosed() && !response.isCommitted()) {
          // On its way before it no longer counts: the process may end at any time after.
          response.flushBuffer();
        }
      } finally {
        inFlight.leave();
      }
    } else {
      refuse(request, response);
    }
  }

  private static void refuse(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Retry-After", String.valueOf(ErrorEnvelope.RETRY_AFTER));
    ServletErrorWriter.closeConnection(request, response);
    LimitedRequestBody.unwanted(request.getInputStream()).close();
    ServletErrorWriter.send(
        request,
        response,
        HttpServletResponse.SC_SERVICE_UNAVAILABLE,
        ErrorEnvelope.of(
            Reason.UNAVAILABLE.code(),
            "Berth is shutting down. Try again after the seconds in the header Retry-After.",
            Map.of()));
  }
}
