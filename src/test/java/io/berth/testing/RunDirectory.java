package io.berth.testing;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a test run keeps its temporary files: one directory, removed at the end of the run, or at
 * the start of another one if the run was killed. A run holds a lock in its directory while it
 * lives, which the operating system gives back however it ends.
 */
final class RunDirectory {
  private static final String PREFIX = "berth-run";
  private static final String LOCK = "lock";

  private final Path path;
  private final FileChannel lock;

  private RunDirectory(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /** Removes those of runs that were killed, and makes one for this run. */
  static RunDirectory create() {
    try {
      Path path = Files.createTempDirectory(PREFIX);
      FileChannel lock = open(path, StandardOpenOption.CREATE_NEW);
      lock.lock();
      for (Path other : others(path)) {
        removeUnlessLocked(other);
      }
      return new RunDirectory(path, lock);
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static FileChannel open(Path directory, StandardOpenOption option) throws IOException {
    return FileChannel.open(directory.resolve(LOCK), StandardOpenOption.WRITE, option);
  }

  private static List<Path> others(Path own) throws IOException {
    try (Stream<Path> files = Files.list(own.getParent())) {
      return files
          .filter(path -> path.getFileName().toString().matches(PREFIX + "\\d+"))
          .filter(path -> !path.equals(own) && Files.isWritable(path))
          .toList();
    }
  }

  private static void removeUnlessLocked(Path directory) throws IOException {
    try (FileChannel other = open(directory, StandardOpenOption.WRITE)) {
      if (other.tryLock() != null) {
        SharedBerth.remove(directory);
      }
    } catch (NoSuchFileException beingMadeOrRemoved) {
      return;
    }
  }

  /** A new directory in it. */
  Path directory(String name) {
    try {
      return Files.createTempDirectory(path, name);
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Removes it, and all that is left in it. */
  void remove() {
    try {
      SharedBerth.remove(path);
      lock.close();
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
