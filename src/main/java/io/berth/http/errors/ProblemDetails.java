package io.berth.http.errors;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.berth.http.json.JsonProvider;
import java.util.Map;

/**
 * An error in the format of RFC 9457, for clients that ask for it. It contains the same data as the
 * envelope: {@code code} and {@code params} are extension members, and {@code instance} is the
 * request id.
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

  /** Whether the client names this media type, with at least the weight of plain JSON. */
  public static boolean isWanted(AcceptHeader accepted) {
    return accepted.names(JsonProvider.PROBLEM_JSON)
        && accepted.weight(JsonProvider.PROBLEM_JSON) >= accepted.weight(JSON);
  }
}
