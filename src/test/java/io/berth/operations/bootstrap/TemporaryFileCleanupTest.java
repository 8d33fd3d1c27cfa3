package io.berth.operations.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFileCleanupTest {
  private static final List<String> OWN_COPIES = List.of("app1tmp");

  @TempDir private Path temporary;
  private InstanceDirectory own;
  private FileChannel lock;

  @BeforeEach
  void lockOwnDirectory() throws IOException {
    own = new InstanceDirectory(createDirectory("payaramicro-rt1tmp"));
    createFile("app1tmp");
    lock = own.lock(OWN_COPIES);
  }

  @AfterEach
  void end() throws IOException {
    lock.close();
  }

  private Path createDirectory(String name) throws IOException {
    Path root = temporary.resolve(name);
    Files.createDirectories(root.resolve("runtime"));
    Files.writeString(root.resolve("runtime/server.jar"), "classes");
    return root;
  }

  private Path createFile(String name) throws IOException {
    return Files.writeString(temporary.resolve(name), "application");
  }

  /** A directory whose lock file is no longer locked, as after the end of its process. */
  private Path createLeftover(String name, String... copies) throws IOException {
    Path root = createDirectory(name);
    new InstanceDirectory(root).lock(List.of(copies)).close();
    return root;
  }

  private List<InstanceDirectory> deleteLeftovers() throws IOException {
    return TemporaryFileCleanup.deleteLeftovers(own, OWN_COPIES);
  }

  @Test
  void deletes_the_files_of_an_ended_process() throws IOException {
    Path copy = createFile("app2tmp");
    Path root = createLeftover("payaramicro-rt2tmp", "app2tmp");
    assertThat(deleteLeftovers())
        .extracting(InstanceDirectory::toString)
        .containsExactly(root.toString());
    assertThat(root).doesNotExist();
    assertThat(copy).doesNotExist();
    assertThat(temporary.resolve("payaramicro-rt1tmp/runtime/server.jar")).exists();
    assertThat(temporary.resolve("app1tmp")).exists();
  }

  @Test
  void keeps_the_files_of_a_running_process() throws IOException {
    Path root = createDirectory("payaramicro-rt2tmp");
    Path copy = createFile("app2tmp");
    createLeftover("payaramicro-rt3tmp", "app2tmp");
    try (FileChannel held = new InstanceDirectory(root).lock(List.of("app2tmp"))) {
      assertThat(held.isOpen()).isTrue();
      assertThat(deleteLeftovers()).hasSize(1);
      assertThat(root.resolve("runtime/server.jar")).exists();
      assertThat(copy).exists();
    }
  }

  @Test
  void keeps_a_directory_without_a_lock_file() throws IOException {
    Path root = createDirectory("payaramicro-rt2tmp");
    Path copy = createFile("app2tmp");
    assertThat(deleteLeftovers()).isEmpty();
    assertThat(root).exists();
    assertThat(copy).exists();
  }

  @Test
  void keeps_listed_files_that_are_not_copies() throws IOException {
    Path outside = createFile("important");
    createLeftover("payaramicro-rt2tmp", "important", "../important", outside.toString());
    assertThat(deleteLeftovers()).hasSize(1);
    assertThat(outside).exists();
  }

  @Test
  void follows_no_symbolic_links() throws IOException {
    Path target = Files.createDirectory(temporary.resolve("target"));
    Files.writeString(target.resolve("file"), "content");
    Path root = createLeftover("payaramicro-rt2tmp");
    Files.createSymbolicLink(root.resolve("link"), target);
    Files.createSymbolicLink(temporary.resolve("payaramicro-rt3tmp"), target);
    createLeftover("payaramicro-rt4tmp");
    assertThat(deleteLeftovers()).hasSize(2);
    assertThat(target.resolve("file")).exists();
  }

  @Test
  void finds_its_own_copies_since_its_start() throws IOException {
    assertThat(own.findCopiesSince(Instant.now().minusSeconds(60))).containsExactly("app1tmp");
    assertThat(own.findCopiesSince(Instant.now().plusSeconds(60))).isEmpty();
  }
}
