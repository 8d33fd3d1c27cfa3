package io.berth.operations.health;

import io.berth.accounts.access.Operation;
import io.berth.accounts.access.RequiresLevel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** {@code /api/health}: liveness, without authentication. */
@Path("health")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class HealthResource {
  @Inject
  @ConfigProperty(name = "berth.version")
  private String version;

  /** The format that existing clients of this API expect; it is not the usual envelope. */
  public record Health(boolean success, String data, String error) {}

  @GET
  @RequiresLevel(Operation.GET_HEALTH)
  public Health get() {
    return new Health(true, "Berth " + version, null);
  }
}
