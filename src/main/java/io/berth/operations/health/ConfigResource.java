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

/** {@code /api/config}: the settings that a client may know before it has a key. */
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
   * What Berth is, and what it allows: requests a minute for each user (0: any number), bytes of a
   * body, items of a page.
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

  /** The settings. */
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
