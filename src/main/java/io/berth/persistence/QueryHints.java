package io.berth.persistence;

/** Query hints of EclipseLink for which JPA has no standard. */
public final class QueryHints {
  /**
   * The result is not managed. Changes of this transaction that are not flushed may be missing from
   * it.
   */
  public static final String READ_ONLY = "eclipselink.read-only";

  /** Entities of the persistence context are read from the database again. */
  public static final String REFRESH = "eclipselink.refresh";

  private QueryHints() {}
}
