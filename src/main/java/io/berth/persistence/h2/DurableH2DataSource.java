package io.berth.persistence.h2;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.mvstore.MVStore;
import org.h2.store.fs.FilePath;

/**
 * The embedded H2, with commits that survive the end of the process, a power loss and a full disk.
 *
 * <p>By itself H2 answers a commit half a second before it writes it, and never forces it to the
 * disk. Here {@code WRITE_DELAY=0} makes each commit write before it returns, and {@link
 * SynchronousFilePath} makes a write return when it is on the disk. Transactions that commit while
 * another one is being written are written together by H2, so that writers share the disk.
 *
 * <p>A write that fails closes H2's store: the commit throws, what was not written is forgotten,
 * and the next connection opens what is on the disk. Before it comes to that, statements that write
 * are refused while {@link DiskSpace} is short, with SQLState 53100.
 */
public final class DurableH2DataSource extends DelegatingDataSource {
  /** Until {@link #prepare} has run, what is in the file is not overwritten. */
  private static final String OPTIONS = ";WRITE_DELAY=0;REUSE_SPACE=FALSE";

  /**
   * H2 finds the last commit by following the commits since the one that the file's header names,
   * which are up to 21. Their space must not be reused before, not even if nothing in it is needed:
   * by itself H2 reuses it, and a write that is cut off there loses all commits that follow.
   */
  private static final int VERSIONS_KEPT = 32;

  /**
   * Old pages are kept so long, against H2's default of 45 s: that is meant for disks on which
   * writes may wait for so long. Not 0, with which H2 may reuse a page that is still needed.
   */
  private static final int MILLIS_KEPT = 1000;

  static {
    FilePath.register(new SynchronousFilePath());
  }

  private final DiskSpace disk;
  private final AtomicReference<MVStore> prepared = new AtomicReference<>();

  /** Of the database of this URL, whose file is in the directory. */
  public DurableH2DataSource(JdbcDataSource h2, Path directory) {
    super(h2);
    this.disk = new DiskSpace(directory);
    disk.publish();
  }

  /** The URL of a file, without {@code .mv.db}. */
  public static String url(Path file) {
    return "jdbc:h2:" + SynchronousFilePath.SCHEME + ":" + file + OPTIONS;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = super.getConnection();
    MVStore store = store(connection);
    if (prepared.getAndSet(store) != store) {
      prepare(store);
    }
    return DurableConnection.of(connection, store, disk);
  }

  private void prepare(MVStore store) {
    store.setVersionsToKeep(VERSIONS_KEPT);
    store.setRetentionTime(MILLIS_KEPT);
    store.setReuseSpace(true);
    StoreCompaction.start(store, disk);
  }

  private static MVStore store(Connection connection) throws SQLException {
    SessionLocal session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
    return session.getDatabase().getStore().getMvStore();
  }
}
