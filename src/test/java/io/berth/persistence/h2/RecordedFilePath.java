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
 * The H2 file system {@code recorded:} for tests, which records the writes to database files in
 * order, and can limit their size. Public, because H2 creates the instances.
 */
public class RecordedFilePath extends FilePathWrapper {
  /** The file starts with two copies of the header. */
  private static final int FIRST_PAGE = 2 * 4096;

  /** The writes and truncations in order; the open mode is that of the file. */
  static final List<Write> WRITES = new CopyOnWriteArrayList<>();

  /** The number of pages that were written before the end of the file. */
  static final AtomicInteger REUSES = new AtomicInteger();

  /** The maximum file size in bytes; a write beyond it fails. */
  static volatile long limit = Long.MAX_VALUE;

  /** Bytes written at a position; null bytes: the file was truncated at the position. */
  record Write(String mode, long position, byte[] bytes) {}

  @Override
  public String getScheme() {
    return "recorded";
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    FileChannel file = getBase().open(mode);
    return getName().endsWith(".mv.db") ? new RecordedChannel(mode, file) : file;
  }

  private static final class RecordedChannel extends FileBaseDefault {
    private final String mode;
    private final FileChannel file;

    RecordedChannel(String mode, FileChannel file) {
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
