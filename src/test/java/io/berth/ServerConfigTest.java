package io.berth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** The log settings of the runnable jar in {@code server-config}. */
class ServerConfigTest {
  private static final Path FILES = Path.of("server-config");

  @Test
  void the_json_log_has_the_levels_of_the_text_log() throws IOException {
    Properties text = levels("micro-logging.properties");
    assertThat(text).isNotEmpty();
    assertThat(levels("micro-logging-json.properties")).isEqualTo(text);
  }

  private static Properties levels(String file) throws IOException {
    Properties settings = new Properties();
    try (Reader reader = Files.newBufferedReader(FILES.resolve(file))) {
      settings.load(reader);
    }
    settings.keySet().removeIf(name -> !name.toString().endsWith("level"));
    return settings;
  }
}
