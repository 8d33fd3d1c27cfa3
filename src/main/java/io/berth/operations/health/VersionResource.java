package io.berth.operations.health;

import io.berth.accounts.access.Operation;
import io.berth.accounts.access.RequiresLevel;
import io.berth.http.lists.Envelope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** {@code /api/version}: the version of the API and of Berth. */
@Path("version")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class VersionResource {
  @Inject
  @ConfigProperty(name = "berth.version")
  private String version;

  @Inject
  @ConfigProperty(name = "berth.server.version")
  private String serverVersion;

  /**
   * The version of the API, the version of the server whose API this is, and the version of Berth.
   */
  public record Version(int apiVersion, String serverVersion, String berthVersion) {}

  @GET
  @RequiresLevel(Operation.GET_VERSION)
  public Envelope<Version> get() {
    return Envelope.of(new Version(1, serverVersion, version));
  }
}
