package io.berth.persistence.schema;

import io.berth.settings.StartupFailure;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/**
 * What earlier starts have noted in the schema, looked at before it is migrated. By default Flyway
 * accepts a schema that is newer than its scripts, and refuses one whose migration has failed until
 * an operator repairs it.
 */
final class SchemaHistory {
  private static final Logger LOG = Logger.getLogger(SchemaHistory.class.getName());
  private static final List<MigrationState> MISSING =
      List.of(MigrationState.MISSING_SUCCESS, MigrationState.MISSING_FAILED);
  private static final List<MigrationState> NEWER =
      List.of(MigrationState.FUTURE_SUCCESS, MigrationState.FUTURE_FAILED);

  private final Flyway flyway;
  private final List<MigrationInfo> migrations;

  /** Reads the history; an empty database has none. */
  SchemaHistory(Flyway flyway) {
    this.flyway = flyway;
    this.migrations = Arrays.asList(flyway.info().all());
  }

  /** Refuses to start on a schema that this version of Berth does not know. */
  void refuseNewer() {
    migrations.stream()
        .filter(migration -> NEWER.contains(migration.getState()))
        .max(Comparator.comparing(MigrationInfo::getVersion))
        .ifPresent(
            newest -> {
              throw StartupFailure.refused(
                  ("The database schema has version %s, but this version of Berth supports at most"
                          + " version %s. Start a newer version of Berth.")
                      .formatted(newest.getVersion(), newestKnown()));
            });
  }

  private Object newestKnown() {
    return migrations.stream()
        .filter(migration -> !NEWER.contains(migration.getState()))
        .filter(migration -> !MISSING.contains(migration.getState()))
        .max(Comparator.comparing(MigrationInfo::getVersion))
        .map(MigrationInfo::getVersion)
        .orElseThrow();
  }

  /**
   * Forgets migrations that have failed: each statement can be run again, so the migration is. Does
   * nothing if anything else is wrong, which a repair would hide. Of several nodes that repair at
   * once each removes only entries of failures.
   */
  void forgetFailures() {
    List<MigrationInfo> failed =
        migrations.stream()
            .filter(migration -> migration.getState() == MigrationState.FAILED)
            .toList();
    if (!failed.isEmpty() && migrations.stream().allMatch(SchemaHistory::isUnchanged)) {
      LOG.warning(
          () ->
              "Migrations that failed at an earlier start are tried again: "
                  + failed.stream().map(MigrationInfo::getVersion).toList());
      flyway.repair();
    }
  }

  /** Whether a repair would keep the entry as it is; those of failures are removed before. */
  private static boolean isUnchanged(MigrationInfo migration) {
    return migration.getState() == MigrationState.FAILED
        || !MISSING.contains(migration.getState())
            && migration.isChecksumMatching()
            && migration.isDescriptionMatching()
            && migration.isTypeMatching();
  }
}
