package io.berth.http.errors;

import io.berth.refusals.Refusal;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NoContentException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Maps the exceptions of JAX-RS itself: unknown paths, wrong methods, wrong media types, empty
 * bodies.
 */
@Provider
class WebApplicationExceptionMapper implements ExceptionMapper<WebApplicationException> {
  private static final List<Integer> STATUSES = List.of(400, 404, 405, 406, 415, 500);

  @Override
  public Response toResponse(WebApplicationException failure) {
    if (failure.getCause() instanceof Refusal refusal) {
      // A parameter converter refused the value.
      return ErrorEnvelope.response(refusal);
    }
    Response response = failure.getResponse();
    return Response.fromResponse(response)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(envelopeOf(failure, response.getStatus()))
        .build();
  }

  private static ErrorEnvelope envelopeOf(WebApplicationException failure, int status) {
    return failure.getCause() instanceof NoContentException
        ? ErrorEnvelope.of("malformed_json", "The body is empty. Send a JSON document.", Map.of())
        : of(status);
  }

  static Stream<String> codes() {
    return STATUSES.stream().map(status -> meaning(status).code());
  }

  static Stream<Integer> statuses(String code) {
    return STATUSES.stream().filter(status -> meaning(status).code().equals(code));
  }

  static ErrorEnvelope of(int status) {
    Meaning meaning = meaning(status);
    return ErrorEnvelope.of(meaning.code(), meaning.error(), Map.of());
  }

  private record Meaning(String code, String error) {}

  private static Meaning meaning(int status) {
    return switch (status) {
      case 400 ->
          new Meaning(
              "bad_request",
              "The request is not valid HTTP. Check the path, its percent encoding and headers.");
      case 401 ->
          new Meaning(
              "auth_not_authenticated",
              "This operation needs an API key. Send the header Authorization: Bearer scp_u_…");
      case 403 ->
          new Meaning("auth_permission_denied", "This API key does not allow the operation.");
      case 404 ->
          new Meaning("not_found", "No operation has this path. Most paths begin with /api/v1.");
      case 405 ->
          new Meaning(
              "method_not_allowed",
              "This path does not support this method. The header Allow lists supported methods.");
      case 406 ->
          new Meaning(
              "not_acceptable",
              "The response is application/json, but the header Accept excludes it.");
      case 413 ->
          new Meaning("payload_too_large", "The body is too large. Send less in one request.");
      case 415 ->
          new Meaning(
              "unsupported_media_type",
              "The body must be JSON, with Content-Type: application/json and no Content-Encoding.");
      case 503 -> new Meaning("unavailable", "Berth is not available. Try again later.");
      default ->
          new Meaning(status < 500 ? "bad_request" : "internal_error", "The request failed.");
    };
  }
}
