package io.berth.operations.health;

import io.berth.http.filters.InFlightRequests;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready until the shutdown begins. */
@Readiness
@ApplicationScoped
public class ShutdownReadiness implements HealthCheck {
  @Inject private InFlightRequests inFlight;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("open").status(!inFlight.isClosed()).build();
  }
}
