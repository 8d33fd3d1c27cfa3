package io.berth.http.errors;

import io.berth.http.json.JsonProvider;
import io.berth.refusals.Refusal;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Collections;
import java.util.Optional;

/** Sends error responses outside JAX-RS, in the same formats. */
public final class ServletErrorWriter {
  private static final String CODE = ServletErrorWriter.class.getName();

  private ServletErrorWriter() {}

  /** Sends a refusal with its headers, such as {@code Retry-After}. */
  public static void send(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
      throws IOException {
    Response mapped = ErrorEnvelope.response(refusal);
    mapped.getStringHeaders().forEach((name, values) -> response.setHeader(name, values.get(0)));
    send(request, response, mapped.getStatus(), (ErrorEnvelope) mapped.getEntity());
  }

  /** The code of the error that this class sent for the request; empty if it sent none. */
  public static Optional<String> findCode(ServletRequest request) {
    return Optional.ofNullable((String) request.getAttribute(CODE));
  }

  public static void send(
      HttpServletRequest request, HttpServletResponse response, int status, ErrorEnvelope failure)
      throws IOException {
    request.setAttribute(CODE, failure.code());
    boolean problem = ProblemDetails.isWanted(accepted(request));
    byte[] body =
        JsonProvider.MAPPER.writeValueAsBytes(
            problem ? ProblemDetails.of(failure, status, RequestId.of(request)) : failure);
    response.setStatus(status);
    response.addHeader("Vary", "Accept");
    response.setContentType(problem ? JsonProvider.PROBLEM_JSON : "application/json");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  /**
   * Closes the connection after this response. HTTP/2 does not allow the header {@code Connection}.
   */
  public static void closeConnection(HttpServletRequest request, HttpServletResponse response) {
    if (request.getProtocol().startsWith("HTTP/1")) {
      response.setHeader("Connection", "close");
    }
  }

  static AcceptHeader accepted(HttpServletRequest request) {
    return AcceptHeader.of(Collections.list(request.getHeaders("Accept")));
  }
}
