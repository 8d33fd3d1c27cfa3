package io.berth.persistence.h2;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * H2's file system {@code sync:}, in which a write to a database file returns when it is on the
 * disk ({@code O_DSYNC}). H2 itself forces nothing: what it has written survives the end of the
 * process, not a power loss. As writes also reach the disk in their order, a power loss leaves the
 * file in a state that a killed process might have left, which H2 is made to open.
 *
 * <p>Public, because H2 makes the instances. Temporary files are not synchronous.
 */
public class SynchronousFilePath extends FilePathWrapper {
  /** The prefix of a path in a URL. */
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
   * The entry of a new file must survive as well; Windows opens no directory, and needs no such.
   */
  private void forceDirectory() throws IOException {
    if (Path.of("/").getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Path directory = Path.of(plain(getBase()).getParent().toString());
      try (FileChannel entries = FileChannel.open(directory, StandardOpenOption.READ)) {
        entries.force(true);
      }
    }
  }

  private static FilePath plain(FilePath path) {
    return path instanceof FilePathWrapper wrapper ? plain(wrapper.unwrap()) : path;
  }
}
