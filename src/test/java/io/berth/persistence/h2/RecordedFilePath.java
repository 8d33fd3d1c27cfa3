package io.berth.persistence.h2;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePathWrapper;

/**
 * H2's file system {@code recorded:} of tests, which remembers in which order what was written to
 * database files, and has a limit of its own. Public, because H2 makes the instances.
 */
public class RecordedFilePath extends FilePathWrapper {
  /** Before it stands the header, twice. */
  private static final int FIRST_PAGE = 2 * 4096;

  /** What was done to a file, in its order; of writes only, how they were opened. */
  static final List<Write> WRITES = new CopyOnWriteArrayList<>();

  /** How many pages were written below the end of the file. */
  static final AtomicInteger REUSES = new AtomicInteger();

  /** The largest file in bytes; a write beyond it fails. */
  static volatile long limit = Long.MAX_VALUE;

  /** Bytes written at a position; or, without bytes, the file cut off there. */
  record Write(String mode, long position, byte[] bytes) {}

  @Override
  public String getScheme() {
    return "recorded";
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    FileChannel file = getBase().open(mode);
    return getName().endsWith(".mv.db") ? new Recorded(mode, file) : file;
  }

  private static final class Recorded extends FileBaseDefault {
    private final String mode;
    private final FileChannel file;

    Recorded(String mode, FileChannel file) {
      this.mode = mode;
      this.file = file;
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
      if (position + source.remaining() > limit) {
        throw new IOException("No space left on device");
      }
      if (position >= FIRST_PAGE && position < file.size()) {
        REUSES.incrementAndGet();
      }
      byte[] bytes = new byte[source.remaining()];
      source.duplicate().get(bytes);
      int written = file.write(source, position);
      WRITES.add(new Write(mode, position, bytes));
      return written;
    }

    @Override
    protected void implTruncate(long size) throws IOException {
      file.truncate(size);
      WRITES.add(new Write(mode, size, null));
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
      return file.read(target, position);
    }

    @Override
    public long size() throws IOException {
      return file.size();
    }

    @Override
    public void force(boolean metaData) throws IOException {
      file.force(metaData);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
      return file.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
      file.close();
    }
  }
}
