package io.berth.http.errors;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * What the container refuses before JAX-RS sees it, in the same envelope as everything else; all
 * paths that nobody else answers; and requests whose path is malformed.
 */
@WebServlet({ContainerErrorServlet.PATH, ContainerErrorServlet.MALFORMED_PATH, "/"})
public class ContainerErrorServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  static final String PATH = "/failure";

  /** Where the server of the runnable jar sends requests whose path or host is none: 400. */
  public static final String MALFORMED_PATH = "/malformed-path";

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getDispatcherType() != DispatcherType.ERROR) {
      boolean malformed = request.getServletPath().equals(MALFORMED_PATH);
      response.sendError(
          malformed ? HttpServletResponse.SC_BAD_REQUEST : HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    int code = status instanceof Integer known ? known : HttpServletResponse.SC_NOT_FOUND;
    ServletErrorWriter.send(request, response, code, WebApplicationExceptionMapper.of(code));
  }
}
