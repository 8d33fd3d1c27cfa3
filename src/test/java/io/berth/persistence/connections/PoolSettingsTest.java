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

/** The settings of the pool, which have to name their defaults twice. */
class PoolSettingsTest {
  private static final Path WEB_XML = Path.of("src/main/webapp/WEB-INF/web.xml");
  private static final Path DEFAULTS =
      Path.of("src/main/resources/META-INF/microprofile-config.properties");
  private static final Pattern SETTING = Pattern.compile("\\$\\{MPCONFIG=([^:}]*):([^}]*)}");

  @Test
  void a_setting_of_the_pool_has_the_default_that_is_listed() throws IOException {
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
    assertThat(listed()).containsAllEntriesOf(used);
  }

  private static Map<String, String> listed() throws IOException {
    Properties defaults = new Properties();
    try (Reader reader = Files.newBufferedReader(DEFAULTS)) {
      defaults.load(reader);
    }
    return defaults.stringPropertyNames().stream()
        .filter(name -> name.startsWith("berth.db.pool."))
        .collect(Collectors.toMap(name -> name, defaults::getProperty));
  }
}
