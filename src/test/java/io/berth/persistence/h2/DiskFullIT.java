package io.berth.persistence.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.berth.testing.ApiClient;
import io.berth.testing.ApiResponse;
import io.berth.testing.BerthProcess;
import io.berth.testing.SharedBerth;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Fills the disk of the embedded database for a while. */
@Tag("durability")
@Tag("database-independent")
class DiskFullIT {
  private static final String KEY = "scp_u_0123456789abcdefghijklmnopqrstuv";

  private final Path directory = SharedBerth.directory("berth-disk-full");
  private final Path disk = SharedBerth.directory("berth-small-disk");
  private boolean isMounted;

  @BeforeEach
  void mount() throws IOException, InterruptedException {
    isMounted = run("mount", "-t", "tmpfs", "-o", "size=48m", "tmpfs", disk.toString());
    assumeThat(isMounted)
        .as(
            "Not run: this machine lets no test mount a small disk; DurableH2DataSourceTest has one")
        .isTrue();
  }

  @AfterEach
  void unmount() throws IOException, InterruptedException {
    if (isMounted) {
      assertThat(run("umount", disk.toString())).isTrue();
    }
    SharedBerth.remove(disk);
    SharedBerth.remove(directory);
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException missing) {
      return false;
    }
  }

  private BerthProcess start() {
    return BerthProcess.start(
        directory,
        Map.of(
            "BERTH_BOOTSTRAP_API_KEY",
            KEY,
            "BERTH_RATE_LIMIT",
            "0",
            "BERTH_DATA_DIR",
            disk.toString()));
  }

  @Test
  void refuses_writes_while_the_disk_is_full_and_recovers() throws IOException {
    Set<String> confirmed = new HashSet<>();
    try (BerthProcess berth = start()) {
      ApiClient client = berth.client(KEY);
      String network = client.get("/networks").ids().get(0);
      Map<String, Object> host = Map.of("name", "confirmed", "network_id", network);
      confirmed.add(client.post("/hosts", host).id());
      Path filler = disk.resolve("filling");
      fill(filler, DiskSpace.RESERVE / 2);
      await().until(() -> ready(berth) == 503);
      fill(filler, 0);
      ApiResponse refused =
          client
              .post("/hosts", Map.of("name", "refused", "network_id", network))
              .refused(503, "unavailable");
      assertThat(refused.header("Retry-After")).isNotEmpty();
      assertThat(ready(berth)).isEqualTo(503);
      assertThat(new HashSet<>(client.get("/hosts?limit=0").ids())).isEqualTo(confirmed);
      Files.delete(filler);
      await().until(() -> ready(berth) == 200);
      confirmed.add(client.post("/hosts", host).id());
      berth.kill();
    }
    try (BerthProcess restarted = start()) {
      assertThat(new HashSet<>(restarted.client(KEY).get("/hosts?limit=0").ids()))
          .isEqualTo(confirmed);
    }
  }

  private static int ready(BerthProcess berth) {
    return berth.client("").get("/api/../health/ready").status();
  }

  /** Extends the file until this number of bytes is free on the disk. */
  private void fill(Path filler, long freeBytes) throws IOException {
    try (OutputStream out =
        Files.newOutputStream(filler, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      while (Files.getFileStore(disk).getUsableSpace() > freeBytes) {
        out.write(new byte[4096]);
      }
    }
  }
}
