package io.berth.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A proxy between a client and a local server; closes the connection when the client sends a given
 * word.
 */
public final class TcpProxy implements AutoCloseable {
  private final int target;
  private final ServerSocket listener;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile Cut cut = new Cut("", false);

  private record Cut(String word, boolean forward) {
    boolean isIn(byte[] bytes, int length) {
      return !word.isEmpty()
          && new String(bytes, 0, length, StandardCharsets.ISO_8859_1)
              .toLowerCase(Locale.ROOT)
              .contains(word);
    }
  }

  /** Listens on a free port and forwards to the target port. */
  public TcpProxy(int target) {
    this.target = target;
    try {
      listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
    threads.execute(this::accept);
  }

  public int port() {
    return listener.getLocalPort();
  }

  /**
   * Closes the connection of the next client that sends the word, ignoring case, before or after
   * forwarding it.
   */
  public void cutAt(String word, boolean forward) {
    cut = new Cut(word, forward);
  }

  private void accept() {
    try {
      while (!listener.isClosed()) {
        Socket client = listener.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        sockets.add(client);
        sockets.add(server);
        threads.execute(() -> pump(client, server, true));
        threads.execute(() -> pump(server, client, false));
      }
    } catch (IOException closed) {
      close();
    }
  }

  private void pump(Socket from, Socket to, boolean fromClient) {
    byte[] bytes = new byte[65_536];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
        Cut current = cut;
        boolean matches = fromClient && current.isIn(bytes, length);
        if (!matches || current.forward()) {
          out.write(bytes, 0, length);
        }
        if (matches) {
          cut = new Cut("", false);
          from.close();
          if (current.forward()) {
            // After the response the server has done the work, but the client does not know.
            to.getInputStream().read();
          }
          return;
        }
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
      throw new IllegalStateException(failure);
    }
    threads.shutdownNow();
  }
}
