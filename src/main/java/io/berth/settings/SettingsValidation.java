package io.berth.settings;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Refuses to start if a numeric setting is malformed or too small, and names it. The container
 * would only report a failed deployment, and the process would run without Berth.
 */
public class SettingsValidation implements Extension {
  /** Each numeric setting and its minimum. */
  static final Map<String, Long> MINIMUMS =
      Map.ofEntries(
          Map.entry("berth.db.pool.min", 0L),
          Map.entry("berth.db.pool.max", 3L),
          Map.entry("berth.db.pool.wait.ms", 1L),
          Map.entry("berth.db.pool.statements", 0L),
          Map.entry("berth.db.pool.max.age.seconds", 1L),
          Map.entry("berth.db.query.seconds", 1L),
          Map.entry("berth.db.wait.seconds", 0L),
          Map.entry("berth.rate.limit", 0L),
          Map.entry("berth.max.body.bytes", 1L),
          Map.entry("berth.max.body.seconds", 1L),
          Map.entry("berth.shutdown.grace.seconds", 0L));

  void check(@Observes BeforeBeanDiscovery begin) {
    Config settings = ConfigProvider.getConfig(SettingsValidation.class.getClassLoader());
    new TreeMap<>(MINIMUMS).forEach((name, minimum) -> check(name, minimum, settings));
  }

  private static void check(String name, long minimum, Config settings) {
    String value = settings.getValue(name, String.class).strip();
    if (!value.matches("\\d{1,9}") || Long.parseLong(value) < minimum) {
      throw StartupFailure.refused(
          "%s must be a whole number, %d or greater. Its value is \"%s\"."
              .formatted(name.toUpperCase(Locale.ROOT).replace('.', '_'), minimum, value));
    }
  }
}
