package io.berth.http.errors;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.berth.http.json.JsonProvider;
import java.util.Map;

/**
 * A failure as RFC 9457 has it, for those who ask for that. It says what the envelope says: {@code
 * code} and {@code params} are its own members, and {@code instance} is the request's id.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemDetails(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    String code,
    Map<String, Object> params) {

  private static final String JSON = "application/json";

  public static ProblemDetails of(ErrorEnvelope failure, int status, String requestId) {
    return new ProblemDetails(
        "/api/problems/" + failure.code(),
        ProblemType.title(failure.code()),
        status,
        failure.error(),
        "urn:berth:request:" + requestId,
        failure.code(),
        failure.params());
  }

  /** Whether a client that accepts this wants it: it names it, and likes nothing of JSON more. */
  public static boolean isWanted(AcceptHeader accepted) {
    return accepted.names(JsonProvider.PROBLEM_JSON)
        && accepted.weight(JsonProvider.PROBLEM_JSON) >= accepted.weight(JSON);
  }
}
