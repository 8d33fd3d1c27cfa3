package io.berth.http.errors;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Sends the error envelope for requests that the container rejects before JAX-RS, for paths that no
 * other servlet handles, and for malformed paths.
 */
@WebServlet({ContainerErrorServlet.PATH, ContainerErrorServlet.MALFORMED_PATH, "/"})
public class ContainerErrorServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  static final String PATH = "/failure";

  /**
   * The target of requests whose path or host is malformed in the runnable jar; the status is 400.
   */
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
    int code =
        status instanceof Integer errorStatus ? errorStatus : HttpServletResponse.SC_NOT_FOUND;
    ServletErrorWriter.send(request, response, code, WebApplicationExceptionMapper.of(code));
  }
}
