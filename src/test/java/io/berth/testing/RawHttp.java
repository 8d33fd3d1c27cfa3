package io.berth.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** HTTP requests on a plain socket, for requests that an HTTP client does not send. */
public final class RawHttp {
  private static final int TIMEOUT_MILLIS = 30_000;

  private RawHttp() {}

  /** Opens a connection to a node and sends the beginning of a request. */
  public static Socket begin(BerthProcess node, String start) throws IOException {
    Socket socket = new Socket("127.0.0.1", node.port());
    socket.setSoTimeout(TIMEOUT_MILLIS);
    socket.getOutputStream().write(start.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
    return socket;
  }

  /** Reads the status line of the response. */
  public static String statusLine(Socket socket) throws IOException {
    return new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))
        .readLine();
  }

  /** Sends a request with {@code Connection: close}; returns the whole response. */
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

  /** A header of the response; empty without it. */
  public static String header(String response, String name) {
    return response
        .lines()
        .takeWhile(line -> !line.isEmpty())
        .filter(line -> line.regionMatches(true, 0, name + ": ", 0, name.length() + 2))
        .map(line -> line.substring(name.length() + 2))
        .findFirst()
        .orElse("");
  }

  public static String body(String response) {
    return response.substring(response.indexOf("\r\n\r\n") + 4);
  }

  public static int status(String response) {
    return Integer.parseInt(response.split(" ", 3)[1]);
  }
}
