package io.berth.answers;

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
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Gives every request of the API a body that is no larger and no slower than allowed, and reads to
 * its end what a refusal has left of it before the answer goes out: over HTTP/2 a client would
 * otherwise wait for room to send the rest, and never see the answer.
 */
public class WholeBodies extends HttpFilter {
  private static final long serialVersionUID = 1;
  private static final String API = "/api";

  @Inject
  @ConfigProperty(name = "berth.max.body.bytes")
  private long maximum;

  @Inject
  @ConfigProperty(name = "berth.max.body.seconds")
  private long seconds;

  @Inject private transient Desks desks;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getServletPath().equals(API)) {
      try (WholeBody body = bodyOf(request, response)) {
        atDesk(new WithBody(request, body), response, chain);
      }
    } else {
      chain.doFilter(request, response);
      WholeBody.unwanted(request.getInputStream()).close();
    }
  }

  private WholeBody bodyOf(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    WholeBody.Limits limits = new WholeBody.Limits(maximum, Duration.ofSeconds(seconds));
    return new WholeBody(
        request.getInputStream(), limits, desks, () -> ServletAnswer.beLast(request, response));
  }

  private void atDesk(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    desks.take();
    try {
      chain.doFilter(request, response);
    } finally {
      desks.leave();
    }
  }

  private static final class WithBody extends HttpServletRequestWrapper {
    private final ServletInputStream body;

    WithBody(HttpServletRequest request, ServletInputStream body) {
      super(request);
      this.body = body;
    }

    @Override
    public ServletInputStream getInputStream() {
      return body;
    }
  }
}
