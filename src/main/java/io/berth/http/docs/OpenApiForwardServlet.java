package io.berth.http.docs;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Forwards the paths outside the API at which clients also look for the document. Without it, the
 * server would return an empty document at {@code /openapi}.
 */
@WebServlet({"/openapi.json", "/openapi-public.json", "/openapi/*"})
public class OpenApiForwardServlet extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final String DOCUMENT = "/api/openapi.json";

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    request.getRequestDispatcher(DOCUMENT).forward(request, response);
  }
}
