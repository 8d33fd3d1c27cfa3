package io.berth.health;

import io.berth.answers.InFlight;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means, too: Berth is not closing. */
@Readiness
@ApplicationScoped
public class OpenReadiness implements HealthCheck {
  @Inject private InFlight inFlight;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("open").status(!inFlight.isClosed()).build();
  }
}
