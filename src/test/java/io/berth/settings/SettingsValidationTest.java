package io.berth.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Tests which settings are checked at start. */
class SettingsValidationTest {
  private static final Path DEFAULTS =
      Path.of("src/main/resources/META-INF/microprofile-config.properties");

  @Test
  void checks_every_numeric_setting() throws IOException {
    Properties defaults = new Properties();
    try (Reader reader = Files.newBufferedReader(DEFAULTS)) {
      defaults.load(reader);
    }
    assertThat(SettingsValidation.MINIMUMS.keySet())
        .containsExactlyInAnyOrderElementsOf(
            defaults.stringPropertyNames().stream()
                .filter(name -> name.startsWith("berth."))
                .filter(name -> defaults.getProperty(name).matches("\\d+"))
                .toList());
  }
}
