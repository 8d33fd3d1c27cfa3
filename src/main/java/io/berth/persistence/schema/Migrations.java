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
 * Brings the schema up to date before anything else starts. Flyway's own lock lets one node migrate
 * while others that start at the same time wait. A start that failed half-way is repeated when its
 * cause is gone.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Migrations {
  /** The name under which other startup beans depend on this one. */
  public static final String NAME = "Migrations";

  /** A table may be rebuilt, which takes longer than any request may. */
  private static final Duration LONGEST_STATEMENT = Duration.ofHours(6);

  private final DataSource database = BerthDataSource.database(LONGEST_STATEMENT);

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
      history.forgetFailures();
      flyway.migrate();
    } catch (FlywayException failure) {
      StartupFailure.refused("The database schema cannot be migrated: " + failure.getMessage());
      throw failure;
    }
  }

  /** The scripts that both dialects understand, and those of one of them. */
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
