package io.berth.operations.health;

import io.berth.accounts.access.Operation;
import io.berth.accounts.access.RequiresLevel;
import io.berth.http.lists.Envelope;
import io.berth.http.lists.PageParameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** {@code /api/config}: the configuration that a client can read without a key. */
@Path("config")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ConfigResource {
  private static final String NAME = "Berth";

  @Inject
  @ConfigProperty(name = "berth.version")
  private String version;

  @Inject
  @ConfigProperty(name = "berth.server.version")
  private String serverVersion;

  @Inject
  @ConfigProperty(name = "berth.rate.limit")
  private int rateLimit;

  @Inject
  @ConfigProperty(name = "berth.max.body.bytes")
  private long maxBodyBytes;

  /**
   * The names and versions, and the limits: requests per minute and user (0: no limit), bytes of a
   * request body, items of a page.
   */
  public record Config(
      String name,
      int apiVersion,
      String serverVersion,
      String berthVersion,
      int rateLimitPerMinute,
      long maxBodyBytes,
      int defaultPageLimit,
      int maxPageLimit) {}

  @GET
  @RequiresLevel(Operation.GET_CONFIG)
  public Envelope<Config> get() {
    return Envelope.of(
        new Config(
            NAME,
            1,
            serverVersion,
            version,
            rateLimit,
            maxBodyBytes,
            PageParameters.DEFAULT_LIMIT,
            PageParameters.MAX_LIMIT));
  }
}
