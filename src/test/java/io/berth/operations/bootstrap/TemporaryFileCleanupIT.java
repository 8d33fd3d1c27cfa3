package io.berth.operations.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.BerthProcess;
import io.berth.testing.Database;
import io.berth.testing.SharedBerth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database-independent")
class TemporaryFileCleanupIT {
  private static final String KEY = "scp_u_0123456789abcdefghijklmnopqrstuv";

  private final Database database = SharedBerth.emptyDatabase();
  private final Path directory = SharedBerth.directory("berth-temporary-files");

  @AfterEach
  void end() {
    SharedBerth.remove(directory);
  }

  private BerthProcess start() {
    return BerthProcess.start(directory, database.environment(KEY));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(path -> path.getFileName().toString())
          .filter(name -> name.matches("(payaramicro|app).*tmp"))
          .toList();
    }
  }

  @Test
  void deletes_files_of_a_killed_process_and_keeps_those_of_a_running_one() throws IOException {
    try (BerthProcess running = start()) {
      List<String> ofRunning = files();
      BerthProcess killed = start();
      killed.kill();
      List<String> leftovers = new ArrayList<>(files());
      assertThat(leftovers).hasSize(2 * ofRunning.size());
      try (BerthProcess next = start()) {
        assertThat(next.log()).containsOnlyOnce("Removed the files of processes that were killed");
        leftovers.removeAll(ofRunning);
        assertThat(files()).containsAll(ofRunning).doesNotContainAnyElementsOf(leftovers);
        assertThat(running.client(KEY).get("/networks").ids()).hasSize(1);
      }
    }
    assertThat(files()).isEmpty();
  }
}
