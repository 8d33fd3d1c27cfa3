package io.berth.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * All stored rows. API keys are left out, because each request updates the time of their last use.
 */
public final class DatabaseDump {
  private static final String IN_NETWORK =
      "network_id in (select id from network where organization_id = ?)";

  /** The condition that selects a tenant's rows in each table. */
  private static final Map<String, String> ROWS_OF_TENANT =
      Map.of(
          "organization", "id = ?",
          "network", "organization_id = ?",
          "tag", "organization_id = ?",
          "tag_assignment", "tag_id in (select id from tag where organization_id = ?)",
          "subnet", IN_NETWORK,
          "host", IN_NETWORK,
          "interface", IN_NETWORK,
          "port", IN_NETWORK,
          "service", IN_NETWORK,
          "binding", IN_NETWORK);

  private DatabaseDump() {}

  /** The rows of every table, by the name of the table. */
  public static Map<String, List<String>> ofAllTables() {
    Map<String, List<String>> dump = new TreeMap<>();
    Sql.rows(
            "select lower(table_name) from information_schema.tables where table_schema = schema()"
                + " and lower(table_name) not in ('api_key', 'flyway_schema_history')")
        .forEach(row -> dump.put(row.get(0).toString(), of(row.get(0).toString())));
    return dump;
  }

  /** The rows of a tenant, each after the name of its table. */
  public static List<String> of(TestTenant tenant) {
    UUID organization = UUID.fromString(tenant.organization());
    List<String> rows = new ArrayList<>();
    try (Connection connection = SharedBerth.connect()) {
      for (Map.Entry<String, String> entry : ROWS_OF_TENANT.entrySet()) {
        String query = "select * from %s where %s".formatted(entry.getKey(), entry.getValue());
        Sql.rows(connection, query, organization)
            .forEach(row -> rows.add(entry.getKey() + " " + row));
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure.getMessage(), failure);
    }
    return rows.stream().sorted().toList();
  }

  private static List<String> of(String table) {
    return Sql.rows("select * from " + table).stream().map(List::toString).sorted().toList();
  }
}
