package io.berth.http.docs;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The addresses outside the API at which clients look for the document, too. At the last one the
 * server would otherwise tell of an empty API.
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
