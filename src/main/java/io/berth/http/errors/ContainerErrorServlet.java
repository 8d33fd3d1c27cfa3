package io.berth.http.errors;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * Sends the error envelope for requests that do not reach JAX-RS: refused by the container, without
 * a matching servlet, or with a malformed path. At the root path it redirects a browser to the
 * documentation.
 */
@WebServlet({
  ContainerErrorServlet.PATH,
  ContainerErrorServlet.MALFORMED_PATH,
  ContainerErrorServlet.ROOT
})
public class ContainerErrorServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  static final String PATH = "/failure";
  static final String ROOT = "/";

  private static final String DOCS = "/api/docs";
  private static final String HTML = "text/html";
  private static final String JSON = "application/json";
  private static final Set<String> READING = Set.of("GET", "HEAD");

  /**
   * The target of requests whose path or host is malformed in the runnable jar; the status is 400.
   */
  public static final String MALFORMED_PATH = "/malformed-path";

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (isBrowserAtRoot(request)) {
      redirectToDocs(request, response);
      return;
    }
    if (request.getDispatcherType() != DispatcherType.ERROR) {
      boolean malformed = request.getServletPath().equals(MALFORMED_PATH);
      response.sendError(
          malformed ? HttpServletResponse.SC_BAD_REQUEST : HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    int code =
        status instanceof Integer errorStatus ? errorStatus : HttpServletResponse.SC_NOT_FOUND;
    ServletErrorWriter.send(request, response, code, WebApplicationExceptionMapper.of(code));
  }

  /** Only a client that prefers HTML to JSON counts as a browser: others get the envelope. */
  private static boolean isBrowserAtRoot(HttpServletRequest request) {
    AcceptHeader accepted = ServletErrorWriter.accepted(request);
    return request.getDispatcherType() == DispatcherType.REQUEST
        && request.getServletPath().equals(ROOT)
        && READING.contains(request.getMethod())
        && accepted.names(HTML)
        && accepted.weight(HTML) > accepted.weight(JSON);
  }

  /** The location has no scheme (RFC 9110, 10.2.2): sendRedirect would write http behind TLS. */
  private static void redirectToDocs(HttpServletRequest request, HttpServletResponse response) {
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.addHeader("Vary", "Accept");
    response.setHeader("Location", request.getContextPath() + DOCS);
  }
}
