package io.berth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Checks that files of {@code server-config} are consistent. */
class ServerConfigTest {
  private static final Path FILES = Path.of("server-config");

  @Test
  void json_and_text_logging_have_equal_levels() throws IOException {
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
