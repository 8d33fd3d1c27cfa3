package io.berth.database;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the schema up to date before anything else starts. Flyway's own lock lets one node migrate
 * while others that start at the same time wait.
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
    Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(database)
        .locations("classpath:db/migration")
        .load()
        .migrate();
  }
}
