package io.berth.persistence.failures;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A proxy before a server of MySQL's protocol that makes commits fail, as a node of a cluster does
 * whose transaction is not certified: the server rolls back, and the client gets the error.
 */
final class CommitFailureProxy implements AutoCloseable {
  private static final byte[] COMMIT = query("commit");
  private static final byte[] ROLLBACK = query("rollback");
  private static final byte[] DEADLOCK = error(1213, "40001", "Deadlock found");

  private final int target;
  private final ServerSocket listener;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger failures = new AtomicInteger();

  CommitFailureProxy(int target) throws IOException {
    this.target = target;
    listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  /** Makes so many of the next commits fail with MySQL's error 1213. */
  void failCommits(int times) {
    failures.set(times);
  }

  /** How many commits are still to fail. */
  int remaining() {
    return Math.max(0, failures.get());
  }

  /** A packet of the protocol: its length, its number in the exchange, and what it holds. */
  private static byte[] packet(int number, byte[] payload) {
    ByteBuffer packet = ByteBuffer.allocate(4 + payload.length).order(ByteOrder.LITTLE_ENDIAN);
    return packet.putInt(payload.length | number << 24).put(payload).array();
  }

  private static byte[] query(String sql) {
    return packet(0, ("\u0003" + sql).getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] error(int code, String state, String message) {
    byte[] text = ("#" + state + message).getBytes(StandardCharsets.US_ASCII);
    ByteBuffer payload = ByteBuffer.allocate(3 + text.length).order(ByteOrder.LITTLE_ENDIAN);
    return packet(1, payload.put((byte) 0xff).putShort((short) code).put(text).array());
  }

  private void accept() {
    try {
      while (!listener.isClosed()) {
        Socket client = listener.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        sockets.addAll(Set.of(client, server));
        AtomicBoolean fails = new AtomicBoolean();
        threads.execute(() -> pumpRequests(client, server, fails));
        threads.execute(() -> pumpResponses(server, client, fails));
      }
    } catch (IOException closed) {
      close();
    }
  }

  private void pumpRequests(Socket client, Socket server, AtomicBoolean fails) {
    pump(
        client,
        server,
        request -> {
          boolean commits =
              new String(request, StandardCharsets.ISO_8859_1)
                  .equalsIgnoreCase(new String(COMMIT, StandardCharsets.ISO_8859_1));
          if (commits && failures.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            fails.set(true);
            return ROLLBACK;
          }
          return request;
        });
  }

  private void pumpResponses(Socket server, Socket client, AtomicBoolean fails) {
    pump(server, client, response -> fails.getAndSet(false) ? DEADLOCK : response);
  }

  private interface Replacement {
    byte[] of(byte[] sent);
  }

  private void pump(Socket from, Socket to, Replacement replacement) {
    byte[] bytes = new byte[65_536];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
        out.write(replacement.of(Arrays.copyOf(bytes, length)));
      }
    } catch (IOException ended) {
      sockets.remove(from);
    }
  }

  @Override
  public void close() {
    try {
      listener.close();
      for (Socket socket : sockets) {
        socket.close();
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    threads.shutdownNow();
  }
}
