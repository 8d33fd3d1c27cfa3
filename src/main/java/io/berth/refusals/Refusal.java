package io.berth.refusals;

import jakarta.ejb.ApplicationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * A request is refused, and its transaction is rolled back. The reason and the parameters are for
 * programs, the message is for people; it contains no internals.
 */
@ApplicationException(rollback = true)
public class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Reason reason;
  private final transient Map<String, Object> params;

  /** The parameters alternate names and values. */
  public Refusal(Reason reason, String message, Object... params) {
    super(message);
    this.reason = reason;
    this.params = new LinkedHashMap<>();
    for (int i = 0; i < params.length; i += 2) {
      this.params.put((String) params[i], params[i + 1]);
    }
  }

  public Reason reason() {
    return reason;
  }

  /** The parameters, by their names in the API; may be empty. */
  public Map<String, Object> params() {
    return params;
  }

  /** The id is unknown, or the caller must not see it: the response is the same. */
  public static Refusal notFound(String entity, UUID id) {
    return new Refusal(
        Reason.NOT_FOUND,
        entity + " " + id + " does not exist or this API key has no access to it.",
        "entity",
        entity,
        "id",
        id);
  }

  /** The request refers to an entity that is unknown, or that the caller must not see. */
  public static Refusal unknownReference(String entity, UUID id) {
    return new Refusal(
        Reason.UNKNOWN_REFERENCE,
        "The request refers to %s %s. It does not exist or this API key has no access to it."
            .formatted(entity, id),
        "entity",
        entity,
        "id",
        id);
  }

  /** The request refers to an entity of another network than its {@code network_id}. */
  public static Refusal networkMismatch(String entity) {
    return new Refusal(
        Reason.NETWORK_MISMATCH,
        "The " + entity.toLowerCase(Locale.ROOT) + " does not belong to the network of network_id.",
        "entity",
        entity);
  }

  /** A write refers to an entity that does not exist, or that the caller can't access. */
  public static Refusal accessDenied(String entity, UUID id) {
    return new Refusal(
        Reason.ACCESS_DENIED,
        entity + " " + id + " does not exist or this API key has no access to it.",
        "entity",
        entity,
        "id",
        id);
  }

  /** A malformed value; the path is that of the JSON member, or the name of the parameter. */
  public static Refusal invalidValue(String path, String message) {
    return new Refusal(Reason.INVALID_VALUE, message, "path", path);
  }

  /** One field exceeds a bound. */
  public static Refusal validationFailed(String path, String message) {
    return new Refusal(
        Reason.VALIDATION_FAILED,
        path + ": " + message,
        "violations",
        List.of(Map.of("path", path, "message", message)));
  }

  /** The id of the client is already taken. */
  public static Refusal idTaken(UUID id) {
    return new Refusal(
        Reason.ID_TAKEN,
        "The id %s is already in use. Send another UUID, or the nil UUID to let Berth create one."
            .formatted(id),
        "id",
        id);
  }
}
