package io.berth.persistence.connections;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Counts the connections of the container's pool, which does not publish its own figures. Berth
 * counts on both sides of the pool: the connections that it opens, and those that EclipseLink
 * acquires and releases. Connections of the startup are not counted as in use.
 */
public final class ConnectionPool {
  private static final Logger LOG = Logger.getLogger(ConnectionPool.class.getName());
  private static final Set<Connection> OPEN = ConcurrentHashMap.newKeySet();
  private static final AtomicLong GENERATION = new AtomicLong();
  private static final AtomicInteger IN_USE = new AtomicInteger();
  private static final AtomicInteger WAITING = new AtomicInteger();

  private ConnectionPool() {}

  /** The number of open connections, in use or idle. */
  public static int open() {
    OPEN.removeIf(ConnectionPool::isClosed);
    return OPEN.size();
  }

  /** The number of connections that transactions hold. */
  public static int inUse() {
    return IN_USE.get();
  }

  /** The number of transactions that wait for a connection. */
  public static int waiting() {
    return WAITING.get();
  }

  /** Registers a connection that the pool has opened. */
  static Connection register(Connection connection) {
    OPEN.removeIf(ConnectionPool::isClosed);
    OPEN.add(connection);
    return connection;
  }

  /** The number of evictions; a connection of an older generation is not used again. */
  static long generation() {
    return GENERATION.get();
  }

  /**
   * Evicts all connections of this generation and older ones after one of them failed: those in use
   * finish their transaction first, and are then replaced. Newer connections stay.
   */
  public static void evict(long generation) {
    GENERATION.compareAndSet(generation, generation + 1);
  }

  /** Evicts all connections, and aborts those in use: their statements fail at once. */
  public static void abortAll() {
    evict(generation());
    for (Connection connection : OPEN) {
      try {
        connection.abort(Runnable::run);
      } catch (SQLException unsupported) {
        LOG.log(Level.FINE, "The driver cannot abort a connection", unsupported);
      }
    }
  }

  /** Local state in both drivers; no round trip. */
  private static boolean isClosed(Connection connection) {
    try {
      return connection.isClosed();
    } catch (SQLException broken) {
      return true;
    }
  }

  static Connection waitFor(Supplier<Connection> pool) {
    WAITING.incrementAndGet();
    try {
      return pool.get();
    } finally {
      WAITING.decrementAndGet();
    }
  }

  static void countAcquired() {
    IN_USE.incrementAndGet();
  }

  static void countReleased() {
    IN_USE.decrementAndGet();
  }
}
