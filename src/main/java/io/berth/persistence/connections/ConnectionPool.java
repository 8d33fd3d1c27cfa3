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
 * The state of the container's pool of connections. The container keeps its own figures to itself,
 * so Berth counts on both sides of the pool: what it opens, and what EclipseLink takes and gives
 * back. The start takes its connections without being counted.
 */
public final class ConnectionPool {
  private static final Logger LOG = Logger.getLogger(ConnectionPool.class.getName());
  private static final Set<Connection> OPEN = ConcurrentHashMap.newKeySet();
  private static final AtomicLong GENERATION = new AtomicLong();
  private static final AtomicInteger IN_USE = new AtomicInteger();
  private static final AtomicInteger WAITING = new AtomicInteger();

  private ConnectionPool() {}

  /** Connections to the database that are open, in use or not. */
  public static int open() {
    OPEN.removeIf(ConnectionPool::isClosed);
    return OPEN.size();
  }

  /** Connections that transactions hold. */
  public static int inUse() {
    return IN_USE.get();
  }

  /** Transactions that wait until they get a connection. */
  public static int waiting() {
    return WAITING.get();
  }

  /** Notes a connection that the pool has opened. */
  static Connection opened(Connection connection) {
    OPEN.removeIf(ConnectionPool::isClosed);
    OPEN.add(connection);
    return connection;
  }

  /** Counts how often all connections were given up; one that is older is not used again. */
  static long generation() {
    return GENERATION.get();
  }

  /**
   * Gives up all connections of a generation and of older ones, of which one has failed: those in
   * use end their transaction, and are then replaced. Newer ones stay.
   */
  public static void evict(long generation) {
    GENERATION.compareAndSet(generation, generation + 1);
  }

  /** Gives up all connections, and breaks those in use: their statements fail at once. */
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

  /** Neither driver asks its server for this. */
  private static boolean isClosed(Connection connection) {
    try {
      return connection.isClosed();
    } catch (SQLException broken) {
      return true;
    }
  }

  /** Waits for a connection. */
  static Connection waitFor(Supplier<Connection> pool) {
    WAITING.incrementAndGet();
    try {
      return pool.get();
    } finally {
      WAITING.decrementAndGet();
    }
  }

  /** Notes that a transaction has a connection. */
  static void taken() {
    IN_USE.incrementAndGet();
  }

  /** Notes that a transaction gives its connection back. */
  static void released() {
    IN_USE.decrementAndGet();
  }
}
