package io.berth.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
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

  /** Takes a connection, which counts as used until it is closed. */
  static Connection take(Supplier<Connection> pool) {
    WAITING.incrementAndGet();
    try {
      return counted(pool.get());
    } finally {
      WAITING.decrementAndGet();
    }
  }

  private static Connection counted(Connection taken) {
    AtomicBoolean inUse = new AtomicBoolean(true);
    IN_USE.incrementAndGet();
    return (Connection)
        Proxy.newProxyInstance(
            Pool.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("close") && inUse.getAndSet(false)) {
                IN_USE.decrementAndGet();
              }
              try {
                return method.invoke(taken, arguments);
              } catch (InvocationTargetException failure) {
                throw failure.getCause();
              }
            });
  }
}
