package io.berth.persistence.failures;

import java.sql.SQLException;

/** Messages in the format of MySQL 8.4; the values of the row precede the name of the key. */
public final class MySqlMessages {
  private MySqlMessages() {}

  public static SQLException duplicate(String value, String key) {
    return new SQLException(
        "Duplicate entry '\\x01\\x8F-" + value + "' for key '" + key + "'", "23000", 1062);
  }

  static SQLException parentInUse(String key) {
    return new SQLException(
        "Cannot delete or update a parent row: a foreign key constraint fails"
            + " (`berth`.`binding`, CONSTRAINT `"
            + key
            + "` FOREIGN KEY (`port_id`, `host_id`) REFERENCES `port` (`id`, `host_id`)"
            + " ON DELETE CASCADE)",
        "23000",
        1451);
  }
}
