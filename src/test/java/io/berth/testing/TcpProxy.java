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
 * Between a client and a server on this machine; cuts the connection when the client says a word.
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

  /** Listens on a free port, and hands everything on to the other. */
  public TcpProxy(int target) {
    this.target = target;
    try {
      listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
    threads.execute(this::accept);
  }

  /** The port on which it listens. */
  public int port() {
    return listener.getLocalPort();
  }

  /**
   * Cuts the connection of the next client that sends the word, in any case, before or after the
   * server gets it.
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
        Cut now = cut;
        boolean cuts = fromClient && now.isIn(bytes, length);
        if (!cuts || now.forward()) {
          out.write(bytes, 0, length);
        }
        if (cuts) {
          cut = new Cut("", false);
          from.close();
          if (now.forward()) {
            // The answer tells that the server has done it; the client does not get it.
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
