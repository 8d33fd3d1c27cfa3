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
 * Checks twice a second whether the database responds. If neither the existing connection nor a new
 * one gets a response, requests are refused at once ({@link DatabaseAvailability}), and running
 * statements are aborted, because a frozen server would not complete them. A slow statement is
 * allowed as long as the server responds to the check, and no request waits longer than 4 s for a
 * frozen server.
 */
@Singleton
@Startup
@DependsOn(Migrations.NAME)
@TransactionManagement(TransactionManagementType.BEAN)
public class DatabaseMonitor {
  private static final Logger LOG = Logger.getLogger(DatabaseMonitor.class.getName());
  private static final Duration INTERVAL = Duration.ofMillis(500);

  @Inject private DatabaseAvailability availability;
  @Inject private DatabaseFailures failures;
  @Resource private ManagedScheduledExecutorService executor;

  private final DatabaseProbe probe = new DatabaseProbe();
  private ScheduledFuture<?> schedule;

  @PostConstruct
  void start() {
    schedule =
        executor.scheduleWithFixedDelay(this::run, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Catches every exception: the executor would cancel the schedule, and requests would stay
   * refused.
   */
  private void run() {
    try {
      check();
    } catch (RuntimeException unexpected) {
      LOG.log(Level.SEVERE, unexpected, () -> "The check of the database failed unexpectedly");
    }
  }

  private void check() {
    Optional<SQLException> failure = probe.failure();
    failure.ifPresent(failures::report);
    if (availability.set(failure.isEmpty())) {
      ConnectionPool.abortAll();
    }
    failures.endEpisodes();
  }

  @PreDestroy
  void stop() {
    schedule.cancel(false);
    probe.close();
  }
}
