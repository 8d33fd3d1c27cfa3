package io.berth.persistence.h2;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * The file system {@code sync:} for H2, in which a write to a database file returns when it is on
 * the disk ({@code O_DSYNC}). H2 itself does not force writes: they survive the end of the process,
 * but not a power loss. Writes also reach the disk in order, so a power loss leaves the file in a
 * state that a killed process could leave, which H2 is designed to open.
 *
 * <p>Public, because H2 creates the instances. Writes to temporary files are not synchronous.
 */
public class SynchronousFilePath extends FilePathWrapper {
  static final String SCHEME = "sync";

  private static final String DATABASE_FILE = ".mv.db";

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    if (!mode.equals("rw") || !getName().endsWith(DATABASE_FILE)) {
      return getBase().open(mode);
    }
    boolean isNew = !getBase().exists();
    FileChannel file = getBase().open("rwd");
    if (isNew) {
      forceDirectory();
    }
    return file;
  }

  /**
   * The directory entry of a new file must be durable too; Windows can't open a directory, and
   * needs no force.
   */
  private void forceDirectory() throws IOException {
    if (Path.of("/").getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Path directory = Path.of(unwrapAll(getBase()).getParent().toString());
      try (FileChannel entries = FileChannel.open(directory, StandardOpenOption.READ)) {
        entries.force(true);
      }
    }
  }

  private static FilePath unwrapAll(FilePath path) {
    return path instanceof FilePathWrapper wrapper ? unwrapAll(wrapper.unwrap()) : path;
  }
}
