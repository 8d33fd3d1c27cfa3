package io.berth.http.errors;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.berth.http.lists.Envelope;
import io.berth.refusals.Reason;
import io.berth.refusals.Refusal;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The body of every error response. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ErrorEnvelope(
    boolean success, String error, String code, Map<String, Object> params, Envelope.Meta meta) {

  /** The value of {@code Retry-After}, in seconds, for the status 503. */
  public static final int RETRY_AFTER = 1;

  public static ErrorEnvelope of(String code, String error, Map<String, Object> params) {
    return new ErrorEnvelope(false, error, code, params, Envelope.Meta.PLAIN);
  }

  /** The error for a status that the container sets without a body. */
  public static ErrorEnvelope of(int status) {
    return WebApplicationExceptionMapper.of(status);
  }

  /** All error codes of the API. */
  public static Set<String> codes() {
    return Stream.concat(
            Arrays.stream(Reason.values()).map(Reason::code), WebApplicationExceptionMapper.codes())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The response to a refusal; the only mapping from reasons to statuses. */
  public static Response response(Refusal refusal) {
    int status = statusOf(refusal.reason());
    Response.ResponseBuilder response =
        Response.status(status)
            .type(MediaType.APPLICATION_JSON_TYPE)
            .entity(of(refusal.reason().code(), refusal.getMessage(), refusal.params()));
    if (status == 401) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    if (status == 429) {
      response.header(HttpHeaders.RETRY_AFTER, refusal.params().get("retry_after"));
    }
    if (status == 503) {
      response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
    }
    return response.build();
  }

  /** The statuses of a code, in ascending order. */
  public static List<Integer> statuses(String code) {
    return Stream.concat(
            Arrays.stream(Reason.values())
                .filter(reason -> reason.code().equals(code))
                .map(ErrorEnvelope::statusOf),
            WebApplicationExceptionMapper.statuses(code))
        .distinct()
        .sorted()
        .toList();
  }

  static int statusOf(Reason reason) {
    return switch (reason) {
      case MALFORMED_JSON,
          INVALID_VALUE,
          MISSING_FIELD,
          VALIDATION_FAILED,
          NOTHING_NAMED,
          NETWORK_MISMATCH,
          UNKNOWN_REFERENCE,
          BINDING_WRONG_HOST,
          BINDINGS_CONFLICT,
          PORTS_CLAIMED ->
          400;
      case NOT_AUTHENTICATED -> 401;
      case PERMISSION_DENIED, EXPIRED, DISABLED, ACCESS_DENIED -> 403;
      case NOT_FOUND -> 404;
      case BINDING_CONFLICTS_WITH_STORED,
          PORT_CLAIMED,
          NAME_TAKEN,
          ID_TAKEN,
          DUPLICATE_PORT,
          DUPLICATE_INTERFACE,
          IN_USE,
          CHANGED ->
          409;
      case TOO_SLOW -> 408;
      case TOO_LARGE -> 413;
      case RATE_LIMITED -> 429;
      case UNAVAILABLE -> 503;
    };
  }
}
