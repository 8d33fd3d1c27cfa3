package io.berth.refusals;

import jakarta.ejb.ApplicationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Berth says no, and the transaction is rolled back. The reason is for machines, the parameters
 * tell them what it was about, the message is for people; the message holds nothing of the inside.
 */
@ApplicationException(rollback = true)
public class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Reason reason;
  private final transient Map<String, Object> params;

  /** A refusal with parameters given as name, value, name, value … */
  public Refusal(Reason reason, String message, Object... params) {
    super(message);
    this.reason = reason;
    this.params = new LinkedHashMap<>();
    for (int i = 0; i < params.length; i += 2) {
      this.params.put((String) params[i], params[i + 1]);
    }
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }

  /** What it was about, by the names of the wire contract; may be empty. */
  public Map<String, Object> params() {
    return params;
  }

  /** The id is unknown, or not the caller's to see: the two are told alike. */
  public static Refusal notFound(String entity, UUID id) {
    return new Refusal(
        Reason.NOT_FOUND,
        entity + " " + id + " does not exist or this API key has no access to it.",
        "entity",
        entity,
        "id",
        id);
  }

  /** The request names an entity that is unknown, or not the caller's to see. */
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

  /** The request names an entity of another network than its {@code network_id}. */
  public static Refusal networkMismatch(String entity) {
    return new Refusal(
        Reason.NETWORK_MISMATCH,
        "The " + entity.toLowerCase(Locale.ROOT) + " does not belong to the network of network_id.",
        "entity",
        entity);
  }

  /** A write names an entity that the caller can't reach, or that does not exist. */
  public static Refusal accessDenied(String entity, UUID id) {
    return new Refusal(
        Reason.ACCESS_DENIED,
        entity + " " + id + " does not exist or this API key has no access to it.",
        "entity",
        entity,
        "id",
        id);
  }

  /** A value that can't be read; the path is the member's, in JSON, or the parameter's name. */
  public static Refusal invalidValue(String path, String message) {
    return new Refusal(Reason.INVALID_VALUE, message, "path", path);
  }

  /** One field breaks a limit. */
  public static Refusal validationFailed(String path, String message) {
    return new Refusal(
        Reason.VALIDATION_FAILED,
        path + ": " + message,
        "violations",
        List.of(Map.of("path", path, "message", message)));
  }

  /** A client-made id that is already taken. */
  public static Refusal idTaken(UUID id) {
    return new Refusal(
        Reason.ID_TAKEN,
        "The id %s is already in use. Send another UUID, or the nil UUID to let Berth create one."
            .formatted(id),
        "id",
        id);
  }
}
