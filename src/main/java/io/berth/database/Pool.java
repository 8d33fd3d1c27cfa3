package io.berth.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * How much of the pool is used at this moment. The container keeps its own figures to itself, so
 * Berth counts on both sides of the pool: what it opens, and what EclipseLink takes and gives back.
 * The health check and the start take theirs without being counted.
 */
public final class Pool {
  private static final Set<Connection> OPEN = ConcurrentHashMap.newKeySet();
  private static final AtomicInteger IN_USE = new AtomicInteger();
  private static final AtomicInteger WAITING = new AtomicInteger();

  private Pool() {}

  /** Connections to the database that are open, in use or not. */
  public static int open() {
    OPEN.removeIf(Pool::isClosed);
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
    OPEN.removeIf(Pool::isClosed);
    OPEN.add(connection);
    return connection;
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
