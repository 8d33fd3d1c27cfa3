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

/** A failure that is answered without JAX-RS, in the same forms. */
public final class ServletErrorWriter {
  private static final String CODE = ServletErrorWriter.class.getName();

  private ServletErrorWriter() {}

  /** A refusal, with what the client may do about it in its headers. */
  public static void send(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
      throws IOException {
    Response answer = ErrorEnvelope.response(refusal);
    answer.getStringHeaders().forEach((name, values) -> response.setHeader(name, values.get(0)));
    send(request, response, answer.getStatus(), (ErrorEnvelope) answer.getEntity());
  }

  /** The code of the failure that was sent for this request; empty if none was sent here. */
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

  /** Ends the connection with this answer. HTTP/2 does not allow the header that does. */
  public static void closeConnection(HttpServletRequest request, HttpServletResponse response) {
    if (request.getProtocol().startsWith("HTTP/1")) {
      response.setHeader("Connection", "close");
    }
  }

  static AcceptHeader accepted(HttpServletRequest request) {
    return AcceptHeader.of(Collections.list(request.getHeaders("Accept")));
  }
}
