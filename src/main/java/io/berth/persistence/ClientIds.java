package io.berth.persistence;

import java.util.UUID;

/**
 * Ids that clients create. The nil UUID (RFC 9562, section 5.9) counts as no id: clients send it,
 * also repeatedly, to let the server create the id.
 */
public final class ClientIds {
  private static final UUID NIL = new UUID(0, 0);

  private ClientIds() {}

  /** The id of the client; null if the server creates it. */
  public static UUID orNull(UUID sent) {
    return NIL.equals(sent) ? null : sent;
  }

  /** For a required id: the nil UUID becomes a new id, and null stays null. */
  public static UUID orNew(UUID sent) {
    return NIL.equals(sent) ? StoredEntity.newId() : sent;
  }
}
