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
 * The migrations of earlier starts, checked before the schema is migrated. By default Flyway
 * accepts a schema that is newer than its scripts, and refuses to run after a failed migration
 * until an operator repairs the history.
 */
final class SchemaHistory {
  private static final Logger LOG = Logger.getLogger(SchemaHistory.class.getName());
  private static final List<MigrationState> MISSING =
      List.of(MigrationState.MISSING_SUCCESS, MigrationState.MISSING_FAILED);
  private static final List<MigrationState> NEWER =
      List.of(MigrationState.FUTURE_SUCCESS, MigrationState.FUTURE_FAILED);

  private final Flyway flyway;
  private final List<MigrationInfo> migrations;

  /** Reads the history; it is empty in an empty database. */
  SchemaHistory(Flyway flyway) {
    this.flyway = flyway;
    this.migrations = Arrays.asList(flyway.info().all());
  }

  /** Refuses to start if the schema is newer than this version of Berth. */
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
   * Removes failed migrations from the history, so that they run again: each of their statements
   * can be repeated. Does nothing if there is another inconsistency, which a repair would hide.
   * Several nodes may repair at once: each removes only entries of failures.
   */
  void removeFailures() {
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

  /** Whether a repair would leave the entry unchanged; failed entries are removed before. */
  private static boolean isUnchanged(MigrationInfo migration) {
    return migration.getState() == MigrationState.FAILED
        || !MISSING.contains(migration.getState())
            && migration.isChecksumMatching()
            && migration.isDescriptionMatching()
            && migration.isTypeMatching();
  }
}
