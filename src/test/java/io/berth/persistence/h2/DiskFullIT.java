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

/** The disk of the embedded database is full for a while. */
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
    } catch (IOException notThere) {
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
  void refuses_writes_while_the_disk_is_full_and_goes_on_by_itself() throws IOException {
    Set<String> confirmed = new HashSet<>();
    try (BerthProcess berth = start()) {
      ApiClient client = berth.client(KEY);
      String network = client.get("/networks").ids().get(0);
      Map<String, Object> host = Map.of("name", "confirmed", "network_id", network);
      confirmed.add(client.post("/hosts", host).id());
      Path filling = disk.resolve("filling");
      fill(filling, DiskSpace.RESERVE / 2);
      await().until(() -> ready(berth) == 503);
      fill(filling, 0);
      ApiResponse refused =
          client
              .post("/hosts", Map.of("name", "refused", "network_id", network))
              .refused(503, "unavailable");
      assertThat(refused.header("Retry-After")).isNotEmpty();
      assertThat(ready(berth)).isEqualTo(503);
      assertThat(new HashSet<>(client.get("/hosts?limit=0").ids())).isEqualTo(confirmed);
      Files.delete(filling);
      await().until(() -> ready(berth) == 200);
      confirmed.add(client.post("/hosts", host).id());
      berth.kill();
    }
    try (BerthProcess again = start()) {
      assertThat(new HashSet<>(again.client(KEY).get("/hosts?limit=0").ids())).isEqualTo(confirmed);
    }
  }

  private static int ready(BerthProcess berth) {
    return berth.client("").get("/api/../health/ready").status();
  }

  /** Lets the file grow until so many bytes are left on the disk. */
  private void fill(Path filling, long left) throws IOException {
    try (OutputStream out =
        Files.newOutputStream(filling, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      while (Files.getFileStore(disk).getUsableSpace() > left) {
        out.write(new byte[4096]);
      }
    }
  }
}
