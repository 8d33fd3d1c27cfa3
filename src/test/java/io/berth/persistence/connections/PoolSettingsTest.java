package io.berth.persistence.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Checks the defaults of the pool settings, which exist in two files. */
class PoolSettingsTest {
  private static final Path WEB_XML = Path.of("src/main/webapp/WEB-INF/web.xml");
  private static final Path DEFAULTS =
      Path.of("src/main/resources/META-INF/microprofile-config.properties");
  private static final Pattern SETTING = Pattern.compile("\\$\\{MPCONFIG=([^:}]*):([^}]*)}");

  @Test
  void pool_settings_have_the_documented_defaults() throws IOException {
    Map<String, String> used =
        SETTING
            .matcher(Files.readString(WEB_XML))
            .results()
            .collect(
                Collectors.toMap(
                    (MatchResult setting) -> setting.group(1),
                    setting -> setting.group(2),
                    (first, second) -> first));
    assertThat(used).isNotEmpty();
    assertThat(documented()).containsAllEntriesOf(used);
  }

  private static Map<String, String> documented() throws IOException {
    Properties defaults = new Properties();
    try (Reader reader = Files.newBufferedReader(DEFAULTS)) {
      defaults.load(reader);
    }
    return defaults.stringPropertyNames().stream()
        .filter(name -> name.startsWith("berth.db.pool."))
        .collect(Collectors.toMap(name -> name, defaults::getProperty));
  }
}
