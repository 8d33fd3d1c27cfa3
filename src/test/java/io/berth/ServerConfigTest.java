package io.berth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** The files of {@code server-config} that must say the same. */
class ServerConfigTest {
  private static final Path FILES = Path.of("server-config");

  @Test
  void the_log_for_machines_shows_what_the_log_for_people_shows() throws IOException {
    Properties people = levels("micro-logging.properties");
    assertThat(people).isNotEmpty();
    assertThat(levels("micro-logging-json.properties")).isEqualTo(people);
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
