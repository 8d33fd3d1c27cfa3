package io.berth.operations.health;

import io.berth.persistence.failures.DatabaseAvailability;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready while the database is available. It reads the state of the monitor and sends no query, so
 * it does not block.
 */
@Readiness
@ApplicationScoped
public class DatabaseReadiness implements HealthCheck {
  @Inject private DatabaseAvailability availability;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("database").status(availability.isReady()).build();
  }
}
