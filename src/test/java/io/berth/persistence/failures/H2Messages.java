package io.berth.persistence.failures;

import java.sql.SQLException;

/**
 * Messages in the format of H2 2.3 and 2.5; the values of the row follow the name of the
 * constraint.
 */
public final class H2Messages {
  private H2Messages() {}

  public static SQLException uniqueKey(String key, String table, String value) {
    return failure(23505, "Unique index or primary key violation: " + index(key, table, value));
  }

  /** H2 up to 2.3 reports only the index. */
  static SQLException uniqueIndex(String index, String table, String value) {
    return failure(
        23505,
        "Unique index or primary key violation: \"PUBLIC.%s ON PUBLIC.%s(ORGANIZATION_ID NULLS FIRST, NAME NULLS FIRST) VALUES ( /* key:2 */ CAST(X'01' AS BINARY(16)), %s)\""
            .formatted(index, table, value));
  }

  static SQLException foreignKey(int code, String key) {
    return failure(
        code,
        "Referential integrity constraint violation: \""
            + key
            + ": PUBLIC.BINDING FOREIGN KEY(PORT_ID, HOST_ID) REFERENCES PUBLIC.PORT(ID, HOST_ID)"
            + " (CAST(X'00' AS BINARY(16)), CAST(X'01' AS BINARY(16)))\"");
  }

  /** With a German locale, the German text precedes the English one. */
  public static SQLException inGerman(String key, String value) {
    return localized("Eindeutiger Index oder Primärschlüssel verletzt: ", key, value);
  }

  /** The French text contains an apostrophe. */
  static SQLException inFrench(String key, String value) {
    return localized("Violation d'index unique ou clé primaire: ", key, value);
  }

  private static SQLException localized(String translation, String key, String value) {
    String index = index(key, "TAG", value);
    return failure(
        23505, translation + index + "\nUnique index or primary key violation: " + index);
  }

  private static String index(String key, String table, String value) {
    return "\"PUBLIC.%1$s INDEX PUBLIC.%1$s_INDEX_1 ON PUBLIC.%2$s(ORGANIZATION_ID NULLS FIRST, NAME NULLS FIRST) VALUES ( /* key:1 */ CAST(X'01' AS BINARY(16)), %3$s)\""
        .formatted(key, table, value);
  }

  private static SQLException failure(int code, String text) {
    String message = text + "; SQL statement:\ninsert into t values (?, ?) [" + code + "-252]";
    return new SQLException(message, Integer.toString(code), code);
  }
}
