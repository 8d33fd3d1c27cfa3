package io.berth.answers;

import io.berth.testing.SharedBerth;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Requests byte by byte, for what an orderly client does not send. */
final class Wire {
  private static final int PATIENCE = 30_000;

  private Wire() {}

  /** Sends the request and the end of the connection; answers all that comes back. */
  static String send(String requestLine, String... headers) {
    try (Socket socket = new Socket("127.0.0.1", SharedBerth.berth().port())) {
      socket.setSoTimeout(PATIENCE);
      String request =
          requestLine
              + "\r\nHost: berth\r\nConnection: close\r\n"
              + String.join("", java.util.Arrays.stream(headers).map(h -> h + "\r\n").toList())
              + "\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The status of an answer. */
  static int status(String answer) {
    return Integer.parseInt(answer.split(" ", 3)[1]);
  }
}
