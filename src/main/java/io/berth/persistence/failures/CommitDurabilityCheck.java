package io.berth.persistence.failures;

import io.berth.persistence.schema.Migrations;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Warns at start if the MySQL or MariaDB server confirms a commit before it is on the disk. The
 * operator may choose this setting, but should know its effect.
 */
@Singleton
@Startup
@DependsOn(Migrations.NAME)
public class CommitDurabilityCheck {
  private static final Logger LOG = Logger.getLogger(CommitDurabilityCheck.class.getName());

  private static final String SETTING = "innodb_flush_log_at_trx_commit";

  @Resource(lookup = "java:app/jdbc/berth")
  private DataSource database;

  @PostConstruct
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void warnOfDelayedWrites() {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      if (connection.getMetaData().getDatabaseProductName().equals("MySQL")) {
        warn(statement);
      }
    } catch (SQLException unknown) {
      LOG.log(
          Level.WARNING,
          unknown,
          () -> "Berth cannot determine whether commits survive a power loss");
    }
  }

  private static void warn(Statement statement) throws SQLException {
    try (ResultSet setting = statement.executeQuery("select @@" + SETTING)) {
      if (setting.next() && setting.getInt(1) != 1) {
        int value = setting.getInt(1);
        LOG.warning(
            () ->
                "The database server has %s = %d. It can lose committed changes when its power"
                        .formatted(SETTING, value)
                    + " fails. Set it to 1 to keep every commit.");
      }
    }
  }
}
