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
  void mark_the_own_directory() throws IOException {
    own = new InstanceDirectory(unpacked("payaramicro-rt1tmp"));
    file("app1tmp");
    lock = own.mark(OWN_COPIES);
  }

  @AfterEach
  void end() throws IOException {
    lock.close();
  }

  private Path unpacked(String name) throws IOException {
    Path root = temporary.resolve(name);
    Files.createDirectories(root.resolve("runtime"));
    Files.writeString(root.resolve("runtime/server.jar"), "classes");
    return root;
  }

  private Path file(String name) throws IOException {
    return Files.writeString(temporary.resolve(name), "application");
  }

  /** A directory that a process has marked which has ended. */
  private Path left(String name, String... copies) throws IOException {
    Path root = unpacked(name);
    new InstanceDirectory(root).mark(List.of(copies)).close();
    return root;
  }

  private List<InstanceDirectory> remove() throws IOException {
    return TemporaryFileCleanup.removeLeftovers(own, OWN_COPIES);
  }

  @Test
  void removes_what_an_ended_process_has_left() throws IOException {
    Path copy = file("app2tmp");
    Path root = left("payaramicro-rt2tmp", "app2tmp");
    assertThat(remove()).extracting(InstanceDirectory::toString).containsExactly(root.toString());
    assertThat(root).doesNotExist();
    assertThat(copy).doesNotExist();
    assertThat(temporary.resolve("payaramicro-rt1tmp/runtime/server.jar")).exists();
    assertThat(temporary.resolve("app1tmp")).exists();
  }

  @Test
  void leaves_what_a_living_process_uses() throws IOException {
    Path root = unpacked("payaramicro-rt2tmp");
    Path copy = file("app2tmp");
    left("payaramicro-rt3tmp", "app2tmp");
    try (FileChannel held = new InstanceDirectory(root).mark(List.of("app2tmp"))) {
      assertThat(held.isOpen()).isTrue();
      assertThat(remove()).hasSize(1);
      assertThat(root.resolve("runtime/server.jar")).exists();
      assertThat(copy).exists();
    }
  }

  @Test
  void leaves_what_nobody_has_marked() throws IOException {
    Path root = unpacked("payaramicro-rt2tmp");
    Path copy = file("app2tmp");
    assertThat(remove()).isEmpty();
    assertThat(root).exists();
    assertThat(copy).exists();
  }

  @Test
  void leaves_files_of_other_names_that_a_mark_lists() throws IOException {
    Path outside = file("important");
    left("payaramicro-rt2tmp", "important", "../important", outside.toString());
    assertThat(remove()).hasSize(1);
    assertThat(outside).exists();
  }

  @Test
  void follows_no_links() throws IOException {
    Path target = Files.createDirectory(temporary.resolve("target"));
    Files.writeString(target.resolve("file"), "content");
    Path root = left("payaramicro-rt2tmp");
    Files.createSymbolicLink(root.resolve("link"), target);
    Files.createSymbolicLink(temporary.resolve("payaramicro-rt3tmp"), target);
    left("payaramicro-rt4tmp");
    assertThat(remove()).hasSize(2);
    assertThat(target.resolve("file")).exists();
  }

  @Test
  void counts_as_its_own_the_copies_since_its_start() throws IOException {
    assertThat(own.copiesSince(Instant.now().minusSeconds(60))).containsExactly("app1tmp");
    assertThat(own.copiesSince(Instant.now().plusSeconds(60))).isEmpty();
  }
}
