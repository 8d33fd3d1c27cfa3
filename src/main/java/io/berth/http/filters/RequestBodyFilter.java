package io.berth.http.filters;

import io.berth.http.errors.ServletErrorWriter;
import io.berth.refusals.Refusal;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Limits the size and the time of the body of every API request, and reads the rest of a refused
 * body before the response is sent: over HTTP/2 a client would otherwise wait for flow control, and
 * never read the response.
 */
public class RequestBodyFilter extends HttpFilter {
  private static final long serialVersionUID = 1;
  private static final String API = "/api";

  /**
   * Requests without database access need no permit, so that a busy database does not delay them.
   */
  private static final Pattern WITHOUT_DATABASE =
      Pattern.compile("/(health|version|v1/config|config|problems.*|openapi\\.json|docs.*)");

  @Inject
  @ConfigProperty(name = "berth.max.body.bytes")
  private long maximum;

  @Inject
  @ConfigProperty(name = "berth.max.body.seconds")
  private long seconds;

  @Inject private transient Bulkhead bulkhead;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getServletPath().equals(API)) {
      Bulkhead.Permit permit = bulkhead.newPermit();
      try (LimitedRequestBody body = bodyOf(request, response, permit)) {
        handle(new RequestWithBody(request, body), response, chain, permit);
      }
    } else {
      chain.doFilter(request, response);
      LimitedRequestBody.discarded(request.getInputStream()).close();
    }
  }

  private LimitedRequestBody bodyOf(
      HttpServletRequest request, HttpServletResponse response, Bulkhead.Permit permit)
      throws IOException {
    LimitedRequestBody.Limits limits =
        new LimitedRequestBody.Limits(maximum, Duration.ofSeconds(seconds));
    return new LimitedRequestBody(
        request.getInputStream(),
        limits,
        permit,
        () -> ServletErrorWriter.closeConnection(request, response));
  }

  private static void handle(
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain,
      Bulkhead.Permit permit)
      throws IOException, ServletException {
    try {
      if (!WITHOUT_DATABASE.matcher(String.valueOf(request.getPathInfo())).matches()) {
        permit.acquire();
      }
      chain.doFilter(request, response);
    } catch (Refusal busy) {
      ServletErrorWriter.send(request, response, busy);
    } finally {
      permit.release();
    }
  }

  private static final class RequestWithBody extends HttpServletRequestWrapper {
    private final ServletInputStream body;

    RequestWithBody(HttpServletRequest request, ServletInputStream body) {
      super(request);
      this.body = body;
    }

    @Override
    public ServletInputStream getInputStream() {
      return body;
    }
  }
}
