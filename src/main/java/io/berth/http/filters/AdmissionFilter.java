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
 * Counts the requests in flight, and refuses new ones during shutdown. Health and metrics are not
 * counted, and stay available until the process ends.
 */
public class AdmissionFilter extends HttpFilter {
  private static final long serialVersionUID = 1;
  private static final Set<String> MONITORING = Set.of("/health", "/metrics");

  @Inject private InFlightRequests inFlight;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (MONITORING.contains(request.getServletPath())) {
      chain.doFilter(request, response);
    } else if (inFlight.enter()) {
      try {
        chain.doFilter(request, response);
        if (inFlight.isClosed() && !response.isCommitted()) {
          // Flushed before leave(): the process may end at any time afterwards.
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
    LimitedRequestBody.discarded(request.getInputStream()).close();
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
