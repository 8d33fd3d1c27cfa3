package io.berth.operations.health;

import io.berth.persistence.h2.DiskSpace;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the disk of the embedded database has enough space for writes. */
@Readiness
@ApplicationScoped
public class DiskSpaceReadiness implements HealthCheck {
  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("disk").status(DiskSpace.isEnoughForDatabase()).build();
  }
}
