package io.berth;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** The JAX-RS application: every path below {@code /api}. */
@ApplicationPath("api")
public class Api extends Application {

  /**
   * Disables Jersey's JSON providers, because they coerce types and Berth's own reader must not.
   */
  @Override
  public Map<String, Object> getProperties() {
    return Map.of(
        "jersey.config.disableJsonBinding", true,
        "jersey.config.jsonFeature", "none",
        "jersey.config.server.wadl.disableWadl", true,
        "jersey.config.beanValidation.disable.server", true);
  }
}
