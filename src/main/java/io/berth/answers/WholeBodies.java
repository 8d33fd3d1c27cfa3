package io.berth.answers;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Gives every request a body that is no larger than allowed, and reads to its end what a refusal
 * has left of it before the answer goes out: over HTTP/2 a client would otherwise wait for room to
 * send the rest, and never see the answer.
 */
@WebFilter("/*")
public class WholeBodies extends HttpFilter {
  private static final long serialVersionUID = 1;

  @Inject
  @ConfigProperty(name = "berth.max.body.bytes")
  private long maximum;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    WholeBody body = new WholeBody(request.getInputStream(), maximum);
    chain.doFilter(new WithBody(request, body), response);
    body.close();
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
