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
 * The directory of a test run's temporary files. It is deleted at the end of the run, or at the
 * start of a later one if the run was killed. A run holds a file lock in its directory, which the
 * operating system releases however the run ends.
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

  /** Deletes the directories of killed runs and creates one for this run. */
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
    } catch (NoSuchFileException concurrentlyCreatedOrRemoved) {
      return;
    }
  }

  Path directory(String name) {
    try {
      return Files.createTempDirectory(path, name);
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  void remove() {
    try {
      SharedBerth.remove(path);
      lock.close();
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
