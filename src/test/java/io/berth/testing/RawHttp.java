package io.berth.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Requests byte by byte, for what an orderly client does not send. */
public final class RawHttp {
  private static final int PATIENCE = 30_000;

  private RawHttp() {}

  /** Opens a connection to a node and sends this much of a request. */
  public static Socket begin(BerthProcess node, String start) throws IOException {
    Socket socket = new Socket("127.0.0.1", node.port());
    socket.setSoTimeout(PATIENCE);
    socket.getOutputStream().write(start.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
    return socket;
  }

  /** The first line of what a node answers, as soon as it is there. */
  public static String statusLine(Socket socket) throws IOException {
    return new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))
        .readLine();
  }

  /** Sends the request and the end of the connection; answers all that comes back. */
  public static String send(String requestLine, String... headers) {
    String request =
        requestLine
            + "\r\nHost: berth\r\nConnection: close\r\n"
            + Arrays.stream(headers).map(h -> h + "\r\n").collect(Collectors.joining())
            + "\r\n";
    try (Socket socket = begin(SharedBerth.berth(), request)) {
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** A header of an answer; empty if it has none of the name. */
  public static String header(String answer, String name) {
    return answer
        .lines()
        .takeWhile(line -> !line.isEmpty())
        .filter(line -> line.regionMatches(true, 0, name + ": ", 0, name.length() + 2))
        .map(line -> line.substring(name.length() + 2))
        .findFirst()
        .orElse("");
  }

  /** What follows the headers of an answer. */
  public static String body(String answer) {
    return answer.substring(answer.indexOf("\r\n\r\n") + 4);
  }

  /** The status of an answer. */
  public static int status(String answer) {
    return Integer.parseInt(answer.split(" ", 3)[1]);
  }
}
