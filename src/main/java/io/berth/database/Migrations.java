package io.berth.database;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.sql.Connection;
import java.sql.SQLException;
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

  @Resource(lookup = "java:app/jdbc/berth")
  private DataSource database;

  @PostConstruct
  void migrate() {
    try {
      Flyway flyway =
          Flyway.configure(Migrations.class.getClassLoader())
              .dataSource(database)
              .locations(locations())
              .load();
      SchemaHistory history = new SchemaHistory(flyway);
      history.refuseNewer();
      history.forgetFailures();
      flyway.migrate();
    } catch (FlywayException failure) {
      Start.refused("The schema can't be brought up to date: " + failure.getMessage());
      throw failure;
    }
  }

  /** The scripts that both dialects understand, and those of MySQL alone. */
  private String[] locations() {
    return isMySql()
        ? new String[] {"classpath:db/migration", "classpath:db/mysql"}
        : new String[] {"classpath:db/migration"};
  }

  private boolean isMySql() {
    try (Connection connection = database.getConnection()) {
      return connection.getMetaData().getDatabaseProductName().equals("MySQL");
    } catch (SQLException failure) {
      throw Start.refused("The database can't be reached: " + failure.getMessage());
    }
  }
}
