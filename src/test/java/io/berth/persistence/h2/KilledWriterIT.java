package io.berth.persistence.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.berth.testing.SharedBerth;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Kills processes that write to the embedded database, one after another. */
@Tag("durability")
@Tag("database-independent")
class KilledWriterIT {
  private static final int KILLS = 20;

  /** The number of commits by which each process runs longer than the previous one. */
  private static final int STEP = 40;

  private final Path directory = SharedBerth.directory("berth-killed-writer");
  private final Set<UUID> confirmed = new HashSet<>();

  @AfterEach
  void cleanUp() {
    SharedBerth.remove(directory);
  }

  @Test
  void keeps_confirmed_commits_after_each_of_20_kills()
      throws IOException, InterruptedException, SQLException {
    for (int kill = 0; kill < KILLS; kill++) {
      confirmed.addAll(killAfter(1 + kill * STEP));
      assertThat(DurableWriter.in(directory).stored())
          .as("after kill %d of a process", kill + 1)
          .containsAll(confirmed);
    }
    assertThat(confirmed).hasSizeGreaterThan(KILLS * (KILLS - 1) / 2 * STEP);
  }

  /** Kills a process after this number of confirmed commits; returns all that it confirmed. */
  private Set<UUID> killAfter(int commits) throws IOException, InterruptedException {
    Path output = Files.createTempFile(directory, "confirmed", ".txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                DurableWriter.class.getName(),
                directory.toString())
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      await()
          .atMost(Duration.ofMinutes(2))
          .pollInterval(Duration.ofMillis(10))
          .until(() -> !process.isAlive() || lines(output).size() >= commits);
      assertThat(process.isAlive()).as("writes until it is killed").isTrue();
    } finally {
      process.destroyForcibly().waitFor();
    }
    return lines(output);
  }

  /** Ignores an incomplete last line. */
  private static Set<UUID> lines(Path output) {
    try {
      String text = Files.readString(output);
      return text.substring(0, text.lastIndexOf('\n') + 1)
          .lines()
          .map(UUID::fromString)
          .collect(Collectors.toSet());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
