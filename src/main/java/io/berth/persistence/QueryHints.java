package io.berth.persistence;

/** What a query can be told that JPA has no word for. */
public final class QueryHints {
  /**
   * The result is only looked at, not managed. What this transaction has written may be missing
   * from it.
   */
  public static final String READ_ONLY = "eclipselink.read-only";

  /** What is in memory already is read anew. */
  public static final String REFRESH = "eclipselink.refresh";

  private QueryHints() {}
}
