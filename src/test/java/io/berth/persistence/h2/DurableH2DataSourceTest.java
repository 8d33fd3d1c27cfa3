package io.berth.persistence.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.berth.testing.Concurrently;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the embedded database with a power loss and with a full disk. */
class DurableH2DataSourceTest {
  private static final int WRITERS = 8;
  private static final int REUSES = 40;
  private static final int POWER_LOSSES = 40;
  private static final long SEED = 20_260_112;

  @TempDir Path directory;
  private DurableWriter writer;

  @BeforeEach
  void record() {
    FilePath.register(new RecordedFilePath());
    RecordedFilePath.WRITES.clear();
    RecordedFilePath.REUSES.set(0);
    String url = DurableH2DataSource.url(directory.resolve("berth"));
    writer = DurableWriter.at(url.replace("jdbc:h2:sync:", "jdbc:h2:sync:recorded:"), directory);
  }

  @AfterEach
  void reset() {
    RecordedFilePath.limit = Long.MAX_VALUE;
    RecordedFilePath.WRITES.clear();
  }

  @Test
  void opens_the_file_for_synchronous_writes() throws SQLException {
    writer.create();
    try (Connection connection = writer.connect()) {
      writer.insert(connection, UUID.randomUUID());
    }
    assertThat(RecordedFilePath.WRITES)
        .isNotEmpty()
        .extracting(RecordedFilePath.Write::mode)
        .containsOnly("rwd");
  }

  @Test
  void keeps_committed_rows_after_a_power_loss_at_any_write() throws IOException, SQLException {
    Map<UUID, Integer> committed = new ConcurrentHashMap<>();
    writer.create();
    Concurrently.together(WRITERS, Collections.nCopies(WRITERS, () -> write(committed)));
    List<RecordedFilePath.Write> writes = List.copyOf(RecordedFilePath.WRITES);
    int created = Collections.min(committed.values());
    Random random = new Random(SEED);
    for (int cut = 0; cut < POWER_LOSSES; cut++) {
      int last = created + random.nextInt(writes.size() - created);
      Set<UUID> safe = new HashSet<>();
      committed.forEach((id, write) -> safe.addAll(write <= last ? Set.of(id) : Set.of()));
      safe.removeAll(storedAfter(writes, last, random));
      assertThat(safe)
          .as("lost with the power in write %d of %d, seed %d", last, writes.size(), SEED)
          .isEmpty();
    }
  }

  /**
   * Writes until enough space of the file has been reused; records for each row the number of file
   * writes before its commit.
   */
  private boolean write(Map<UUID, Integer> committed) throws SQLException {
    try (Connection connection = writer.connect()) {
      while (RecordedFilePath.REUSES.get() < REUSES) {
        committed.put(insert(connection), RecordedFilePath.WRITES.size());
      }
      return true;
    }
  }

  /** The rows that H2 finds in a file with the first writes, and a part of the next one. */
  private Set<UUID> storedAfter(List<RecordedFilePath.Write> writes, int last, Random random)
      throws IOException, SQLException {
    Path copy = Files.createTempDirectory(directory, "lost");
    try (FileChannel file =
        FileChannel.open(
            copy.resolve("berth.mv.db"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      for (RecordedFilePath.Write write : writes.subList(0, last)) {
        replay(file, write, Integer.MAX_VALUE);
      }
      RecordedFilePath.Write partial = writes.get(last);
      replay(
          file, partial, partial.bytes() == null ? 0 : random.nextInt(partial.bytes().length + 1));
    }
    return DurableWriter.in(copy).stored();
  }

  private static void replay(FileChannel file, RecordedFilePath.Write write, int maxLength)
      throws IOException {
    if (write.bytes() == null) {
      file.truncate(write.position());
    } else {
      int length = Math.min(maxLength, write.bytes().length);
      file.write(ByteBuffer.wrap(write.bytes(), 0, length), write.position());
    }
  }

  private void insertUntilFull(Set<UUID> committed) throws SQLException {
    Connection connection = writer.connect();
    try (connection) {
      while (true) {
        committed.add(insert(connection));
      }
    } finally {
      assertThatThrownBy(connection::createStatement)
          .isInstanceOf(SQLNonTransientConnectionException.class);
      assertThat(connection.isValid(1)).isFalse();
    }
  }

  private UUID insertOne() throws SQLException {
    try (Connection connection = writer.connect()) {
      return insert(connection);
    }
  }

  private UUID insert(Connection connection) throws SQLException {
    UUID id = UUID.randomUUID();
    writer.insert(connection, id);
    return id;
  }

  @Test
  void a_full_disk_fails_the_commit_and_keeps_earlier_ones() throws IOException, SQLException {
    Set<UUID> committed = new HashSet<>();
    writer.create();
    committed.add(insertOne());
    RecordedFilePath.limit = Files.size(directory.resolve("berth.mv.db")) + (64 << 10);
    assertThatThrownBy(() -> insertUntilFull(committed))
        .isInstanceOfSatisfying(
            SQLException.class,
            exception -> assertThat(exception.getSQLState()).isEqualTo(DurableConnection.DISK_FULL))
        .hasMessageContaining("Free disk space");
    assertThatThrownBy(this::insertOne).hasMessageContaining("Free disk space");
    try (Connection connection = writer.connect();
        PreparedStatement lock = connection.prepareStatement("select id from item for update")) {
      assertThatThrownBy(lock::executeQuery).hasMessageContaining("Free disk space");
    }
    assertThat(DiskSpace.isEnoughForDatabase()).isFalse();
    assertThat(writer.stored()).isEqualTo(committed);
    RecordedFilePath.limit = Long.MAX_VALUE;
    await().until(DiskSpace::isEnoughForDatabase);
    committed.add(insertOne());
    assertThat(DurableWriter.in(directory).stored()).isEqualTo(committed);
  }
}
