package io.berth.persistence.schema;

import io.berth.persistence.connections.BerthDataSource;
import io.berth.settings.StartupFailure;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Migrates the schema before other startup beans run. The lock of Flyway lets one node migrate
 * while other starting nodes wait. A start after a failed migration retries it.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Migrations {
  /** The name of this bean for {@code @DependsOn}. */
  public static final String NAME = "Migrations";

  /** A migration may rebuild a table, which takes longer than any request. */
  private static final Duration STATEMENT_TIMEOUT = Duration.ofHours(6);

  private final DataSource database = BerthDataSource.database(STATEMENT_TIMEOUT);

  @PostConstruct
  void migrate() {
    try {
      boolean mySql = isMySql();
      Flyway flyway =
          Flyway.configure(Migrations.class.getClassLoader())
              .dataSource(database)
              .initSql(mySql ? "do 0" : "set query_timeout 0")
              .locations(locations(mySql))
              .load();
      SchemaHistory history = new SchemaHistory(flyway);
      history.refuseNewer();
      history.removeFailures();
      flyway.migrate();
    } catch (FlywayException failure) {
      StartupFailure.refused("The database schema cannot be migrated: " + failure.getMessage());
      throw failure;
    }
  }

  /** The scripts for both databases, and those for one of them. */
  private static String[] locations(boolean mySql) {
    return new String[] {
      "classpath:db/migration", mySql ? "classpath:db/mysql" : "classpath:db/h2"
    };
  }

  private boolean isMySql() {
    try (Connection connection = database.getConnection()) {
      return connection.getMetaData().getDatabaseProductName().equals("MySQL");
    } catch (SQLException failure) {
      throw StartupFailure.refused("The database cannot be reached: " + failure.getMessage());
    }
  }
}
