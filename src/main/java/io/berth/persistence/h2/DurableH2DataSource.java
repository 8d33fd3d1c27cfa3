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
 * <p>By default H2 writes a commit up to half a second after it returns, and never forces it to the
 * disk. With {@code WRITE_DELAY=0} a commit writes before it returns, and with {@link
 * SynchronousFilePath} a write returns when it is on the disk. H2 writes transactions that commit
 * at the same time together, so that they share one disk write.
 *
 * <p>A failed write closes the store of H2: the commit throws, unwritten changes are discarded, and
 * the next connection opens the state of the disk. To prevent this, statements that write are
 * refused with SQLState 53100 while {@link DiskSpace} is short.
 */
public final class DurableH2DataSource extends DelegatingDataSource {
  /** No space of the file is reused before {@link #prepare} has run. */
  private static final String OPTIONS = ";WRITE_DELAY=0;REUSE_SPACE=FALSE";

  /**
   * H2 finds the last commit by following up to 21 commits from the one in the file header. Their
   * space must not be reused, even if none of their pages is live: by default H2 reuses it, and a
   * truncated write in that space would lose all later commits.
   */
  private static final int VERSIONS_KEPT = 32;

  /**
   * The retention time of old pages. The default of 45 s is for disks that delay writes. It must
   * not be 0, with which H2 may reuse a page that is still needed.
   */
  private static final int RETENTION_MILLIS = 1000;

  static {
    FilePath.register(new SynchronousFilePath());
  }

  private final DiskSpace disk;
  private final AtomicReference<MVStore> preparedStore = new AtomicReference<>();

  /** The database of this URL; its file is in the directory. */
  public DurableH2DataSource(JdbcDataSource h2, Path directory) {
    super(h2);
    this.disk = new DiskSpace(directory);
    disk.publish();
  }

  /** The URL of a database file, given without {@code .mv.db}. */
  public static String url(Path file) {
    return "jdbc:h2:" + SynchronousFilePath.SCHEME + ":" + file + OPTIONS;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = super.getConnection();
    MVStore store = store(connection);
    if (preparedStore.getAndSet(store) != store) {
      prepare(store);
    }
    return DurableConnection.of(connection, store, disk);
  }

  private void prepare(MVStore store) {
    store.setVersionsToKeep(VERSIONS_KEPT);
    store.setRetentionTime(RETENTION_MILLIS);
    store.setReuseSpace(true);
    StoreCompaction.start(store, disk);
  }

  private static MVStore store(Connection connection) throws SQLException {
    SessionLocal session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
    return session.getDatabase().getStore().getMvStore();
  }
}
