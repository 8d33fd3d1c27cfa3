package io.berth.persistence.failures;

import io.berth.persistence.connections.ConnectionPool;
import io.berth.persistence.schema.Migrations;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Asks the database twice a second whether it answers. If it does not, on a connection that has
 * answered before nor on a new one, requests are refused at once ({@link DatabaseAvailability}),
 * and the statements under way are broken off: a server that is frozen would answer none of them.
 * So a statement may take long as long as its server answers others, and no request waits for a
 * frozen server longer than 4 s.
 */
@Singleton
@Startup
@DependsOn(Migrations.NAME)
@TransactionManagement(TransactionManagementType.BEAN)
public class DatabaseMonitor {
  private static final Logger LOG = Logger.getLogger(DatabaseMonitor.class.getName());
  private static final Duration STEP = Duration.ofMillis(500);

  @Inject private DatabaseAvailability availability;
  @Inject private DatabaseFailures failures;
  @Resource private ManagedScheduledExecutorService executor;

  private final DatabaseProbe probe = new DatabaseProbe();
  private ScheduledFuture<?> schedule;

  @PostConstruct
  void start() {
    schedule =
        executor.scheduleWithFixedDelay(this::look, 0, STEP.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** A look that fails must not be the last: nothing would be let in again. */
  private void look() {
    try {
      decide();
    } catch (RuntimeException unexpected) {
      LOG.log(Level.SEVERE, unexpected, () -> "The check of the database failed unexpectedly");
    }
  }

  private void decide() {
    Optional<SQLException> failure = probe.failure();
    failure.ifPresent(failures::report);
    if (availability.set(failure.isEmpty())) {
      ConnectionPool.abortAll();
    }
    failures.endQuiet();
  }

  @PreDestroy
  void stop() {
    schedule.cancel(false);
    probe.close();
  }
}
