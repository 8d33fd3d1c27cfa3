package io.berth.persistence;

import java.util.UUID;

/**
 * Ids that clients make for what they send. The nil UUID (RFC 9562, section 5.9) is none: clients
 * send it, any number of times, where the server is to make the id.
 */
public final class ClientIds {
  private static final UUID NIL = new UUID(0, 0);

  private ClientIds() {}

  /** The id that the client has made; null if it has left that to the server. */
  public static UUID orNull(UUID sent) {
    return NIL.equals(sent) ? null : sent;
  }

  /** The same where an id must be sent: the nil UUID becomes a new id, and null stays null. */
  public static UUID orNew(UUID sent) {
    return NIL.equals(sent) ? StoredEntity.newId() : sent;
  }
}
