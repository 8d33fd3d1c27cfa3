package io.berth.http.json;

import com.fasterxml.jackson.core.JsonLocation;
import io.berth.refusals.Reason;
import io.berth.refusals.Refusal;

/** The refusal of a body that is not well-formed JSON. */
public final class MalformedJson {
  static final String NOT_UTF_8 = "The body is not encoded in UTF-8 (RFC 8259)";

  private MalformedJson() {}

  /** The diagnosis is a sentence without its full stop; lines and columns count from 1. */
  public static Refusal at(JsonLocation location, String diagnosis) {
    return new Refusal(
        Reason.MALFORMED_JSON,
        "%s, at line %d, column %d."
            .formatted(diagnosis, location.getLineNr(), location.getColumnNr()),
        "line",
        location.getLineNr(),
        "column",
        location.getColumnNr());
  }

  /** A refusal without a position. */
  public static Refusal of(String diagnosis) {
    return new Refusal(Reason.MALFORMED_JSON, diagnosis + ".");
  }
}
