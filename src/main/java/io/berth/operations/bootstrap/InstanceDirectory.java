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
 * Where Payara Micro unpacks itself at each start: a directory for temporary files has one for each
 * process, beside the copy of the application that it was unpacked from. A process that is killed
 * leaves both.
 *
 * <p>Whose they are is told by a file that Berth keeps locked as long as its process lives: the
 * operating system gives the lock back however the process ends. Numbers of processes would not do,
 * because they are used again, and containers that share the directory have the same ones.
 */
final class InstanceDirectory {
  private static final String MARK = "berth-process";
  private static final Pattern NAME = Pattern.compile("payaramicro-rt\\d+tmp");
  private static final Pattern COPY = Pattern.compile("app\\d+tmp");

  /** By how much the clock of files may be behind. */
  private static final int CLOCK_MILLIS = 1000;

  private static final int LONGEST_MARK = 64 * 1024;

  private final Path root;

  InstanceDirectory(Path root) {
    this.root = root;
  }

  /**
   * All that are marked, of living processes and of others, and belong to the same user as this.
   */
  List<InstanceDirectory> marked() throws IOException {
    try (Stream<Path> files = Files.list(root.getParent())) {
      return files
          .filter(path -> NAME.matcher(path.getFileName().toString()).matches())
          .filter(path -> isOwn(path) && isOwn(path.resolve(MARK)))
          .map(InstanceDirectory::new)
          .toList();
    }
  }

  /** Whether it is there, is no link, and belongs to the user who owns this directory. */
  private boolean isOwn(Path path) {
    try {
      return !Files.isSymbolicLink(path)
          && Files.exists(path, LinkOption.NOFOLLOW_LINKS)
          && Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(root));
    } catch (IOException vanished) {
      return false;
    }
  }

  /** Whether the server has made it in a directory for temporary files. */
  boolean isTemporary() {
    return NAME.matcher(root.getFileName().toString()).matches() && Files.isDirectory(root);
  }

  boolean isAt(InstanceDirectory other) {
    return root.equals(other.root);
  }

  /**
   * Marks it as that of this process until what is answered is closed. Where locks are POSIX's,
   * this process must not open the mark again: closing it would give the lock back.
   */
  FileChannel mark(List<String> copies) throws IOException {
    FileChannel mark =
        FileChannel.open(root.resolve(MARK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      mark.lock();
      String names = String.join("\n", copies);
      mark.truncate(0).write(ByteBuffer.wrap(names.getBytes(StandardCharsets.UTF_8)));
      return mark;
    } catch (IOException | RuntimeException failure) {
      mark.close();
      throw failure;
    }
  }

  /** The copies of the application that a process with this start may have made beside it. */
  List<String> copiesSince(Instant start) throws IOException {
    long earliest = start.toEpochMilli() - CLOCK_MILLIS;
    try (Stream<Path> files = Files.list(root.getParent())) {
      return files
          .filter(this::isOwnCopy)
          .filter(file -> !file.toFile().isDirectory())
          .filter(file -> file.toFile().lastModified() >= earliest)
          .map(file -> file.getFileName().toString())
          .toList();
    }
  }

  private boolean isOwnCopy(Path file) {
    return COPY.matcher(file.getFileName().toString()).matches() && isOwn(file);
  }

  /** The copies that its process has noted, if that lives; none otherwise. */
  List<String> copiesInUse() throws IOException {
    try (FileChannel mark = openMark()) {
      return lock(mark) ? List.of() : read(mark);
    }
  }

  private FileChannel openMark() throws IOException {
    return FileChannel.open(
        root.resolve(MARK),
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        LinkOption.NOFOLLOW_LINKS);
  }

  /** Reads by the channel that may hold the lock. */
  private static List<String> read(FileChannel mark) throws IOException {
    ByteBuffer content = ByteBuffer.allocate((int) Math.min(mark.size(), LONGEST_MARK));
    while (content.hasRemaining() && mark.read(content) >= 0) {
      continue;
    }
    return new String(content.array(), StandardCharsets.UTF_8).lines().toList();
  }

  private static boolean lock(FileChannel mark) throws IOException {
    try {
      return mark.tryLock() != null;
    } catch (OverlappingFileLockException ofThisProcess) {
      return false;
    }
  }

  /**
   * Removes it, and the copies that nobody else may need, unless its process lives; answers whether
   * it did. The mark goes last, so that a removal that is interrupted is taken up again.
   */
  boolean removeUnlessInUse(Set<String> needed) throws IOException {
    try (FileChannel mark = openMark()) {
      if (!lock(mark)) {
        return false;
      }
      for (String copy : read(mark)) {
        Path file = root.resolveSibling(copy);
        if (!needed.contains(copy) && isOwnCopy(file)) {
          Files.deleteIfExists(file);
        }
      }
      removeContents();
    }
    Files.deleteIfExists(root.resolve(MARK));
    Files.deleteIfExists(root);
    return true;
  }

  private void removeContents() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      List<Path> deepestFirst =
          files
              .filter(path -> !path.equals(root) && !path.equals(root.resolve(MARK)))
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
