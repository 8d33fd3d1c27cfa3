package io.berth.operations.bootstrap;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The directory into which Payara Micro unpacks itself at each start. It is in the directory for
 * temporary files, beside a copy of the application. A killed process leaves both behind.
 *
 * <p>Each process holds a lock on a file in its directory; the operating system releases the lock
 * when the process ends in any way. A process id would not do: ids are reused, and containers that
 * share the directory have the same ids.
 */
final class InstanceDirectory {
  private static final String LOCK_FILE = "berth-process";
  private static final Pattern NAME = Pattern.compile("payaramicro-rt\\d+tmp");
  private static final Pattern COPY = Pattern.compile("app\\d+tmp");

  /** Tolerance for file timestamps that are behind the system clock. */
  private static final int CLOCK_TOLERANCE_MILLIS = 1000;

  private static final int MAX_LOCK_FILE_BYTES = 64 * 1024;

  private final Path root;

  InstanceDirectory(Path root) {
    this.root = root;
  }

  /**
   * Finds all directories with a lock file, of running and of ended processes, that the same user
   * owns.
   */
  List<InstanceDirectory> findAllWithLockFile() throws IOException {
    try (Stream<Path> files = Files.list(root.getParent())) {
      return files
          .filter(path -> NAME.matcher(path.getFileName().toString()).matches())
          .filter(path -> hasSameOwner(path) && hasSameOwner(path.resolve(LOCK_FILE)))
          .map(InstanceDirectory::new)
          .toList();
    }
  }

  /** Whether the path exists, is no symbolic link, and has the same owner as this directory. */
  private boolean hasSameOwner(Path path) {
    try {
      return !Files.isSymbolicLink(path)
          && Files.exists(path, LinkOption.NOFOLLOW_LINKS)
          && Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(root));
    } catch (IOException deletedMeanwhile) {
      return false;
    }
  }

  /** Whether Payara Micro created this directory as a temporary one. */
  boolean isTemporary() {
    return NAME.matcher(root.getFileName().toString()).matches() && Files.isDirectory(root);
  }

  boolean isSameAs(InstanceDirectory other) {
    return root.equals(other.root);
  }

  /**
   * Creates the lock file and holds its lock until the returned channel is closed. POSIX releases
   * all locks of a process on a file when it closes any descriptor of that file, so this process
   * must not open the lock file again.
   */
  FileChannel lock(List<String> copies) throws IOException {
    FileChannel lockFile =
        FileChannel.open(
            root.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      lockFile.lock();
      String names = String.join("\n", copies);
      lockFile.truncate(0).write(ByteBuffer.wrap(names.getBytes(StandardCharsets.UTF_8)));
      return lockFile;
    } catch (IOException | RuntimeException failure) {
      lockFile.close();
      throw failure;
    }
  }

  /** The copies of the application that a process with this start time may have created. */
  List<String> findCopiesSince(Instant start) throws IOException {
    long earliest = start.toEpochMilli() - CLOCK_TOLERANCE_MILLIS;
    try (Stream<Path> files = Files.list(root.getParent())) {
      return files
          .filter(this::isApplicationCopy)
          .filter(file -> !file.toFile().isDirectory())
          .filter(file -> file.toFile().lastModified() >= earliest)
          .map(file -> file.getFileName().toString())
          .toList();
    }
  }

  private boolean isApplicationCopy(Path file) {
    return COPY.matcher(file.getFileName().toString()).matches() && hasSameOwner(file);
  }

  /** The copies that the lock file lists if its process runs; none otherwise. */
  List<String> readCopiesInUse() throws IOException {
    try (FileChannel lockFile = openLockFile()) {
      return tryLock(lockFile) ? List.of() : read(lockFile);
    }
  }

  private FileChannel openLockFile() throws IOException {
    return FileChannel.open(
        root.resolve(LOCK_FILE),
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        LinkOption.NOFOLLOW_LINKS);
  }

  /** Reads through the channel that may hold the lock, because another channel would release it. */
  private static List<String> read(FileChannel lockFile) throws IOException {
    ByteBuffer content = ByteBuffer.allocate((int) Math.min(lockFile.size(), MAX_LOCK_FILE_BYTES));
    while (content.hasRemaining() && lockFile.read(content) >= 0) {
      continue;
    }
    return new String(content.array(), StandardCharsets.UTF_8).lines().toList();
  }

  private static boolean tryLock(FileChannel lockFile) throws IOException {
    try {
      return lockFile.tryLock() != null;
    } catch (OverlappingFileLockException lockedByThisProcess) {
      return false;
    }
  }

  /**
   * Deletes this directory and its copies that no other process needs, unless its process runs;
   * returns whether it did. The lock file is deleted last, so that the next start resumes an
   * interrupted deletion.
   */
  boolean deleteUnlessInUse(Set<String> needed) throws IOException {
    try (FileChannel lockFile = openLockFile()) {
      if (!tryLock(lockFile)) {
        return false;
      }
      for (String copy : read(lockFile)) {
        Path file = root.resolveSibling(copy);
        if (!needed.contains(copy) && isApplicationCopy(file)) {
          Files.deleteIfExists(file);
        }
      }
      deleteContents();
    }
    Files.deleteIfExists(root.resolve(LOCK_FILE));
    Files.deleteIfExists(root);
    return true;
  }

  private void deleteContents() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      List<Path> deepestFirst =
          files
              .filter(path -> !path.equals(root) && !path.equals(root.resolve(LOCK_FILE)))
              .sorted(Comparator.reverseOrder())
              .toList();
      for (Path path : deepestFirst) {
        Files.delete(path);
      }
    }
  }

  @Override
  public String toString() {
    return root.toString();
  }
}
