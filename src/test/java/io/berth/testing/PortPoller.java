package io.berth.testing;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends GET requests for some paths in turn to a port, 50 a second, each on a new connection, and
 * records the outcomes.
 */
public final class PortPoller implements AutoCloseable {
  private static final long PERIOD_MILLIS = 20;
  private static final int READ_TIMEOUT_MILLIS = 10_000;

  public enum Outcome {
    /** Nothing listens on the port. */
    REFUSED,
    /** The connection was closed without a response. */
    CUT,
    ANSWERED
  }

  /** One request, and its response from the status line on, or the error. */
  public record Poll(String path, Outcome outcome, String text) {

    public int status() {
      return Integer.parseInt(text.split(" ", 3)[1]);
    }

    /** The value of a header; empty without it. */
    public String header(String name) {
      return text.lines()
          .takeWhile(line -> !line.isEmpty())
          .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
          .map(line -> line.substring(name.length() + 1).strip())
          .findFirst()
          .orElse("");
    }
  }

  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final Queue<Poll> polls = new ConcurrentLinkedQueue<>();
  private final AtomicInteger count = new AtomicInteger();
  private final int port;
  private final List<String> paths;

  /** Starts polling. */
  public PortPoller(int port, List<String> paths) {
    this.port = port;
    this.paths = paths;
    clock.scheduleWithFixedDelay(this::poll, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void poll() {
    String path = paths.get(count.getAndIncrement() % paths.size());
    polls.add(request(path));
  }

  private Poll request(String path) {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(READ_TIMEOUT_MILLIS);
      String request =
          "GET %s HTTP/1.1\r\nHost: berth\r\nConnection: close\r\n\r\n".formatted(path);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String response =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      return new Poll(path, response.isEmpty() ? Outcome.CUT : Outcome.ANSWERED, response);
    } catch (ConnectException refused) {
      return new Poll(path, Outcome.REFUSED, refused.getMessage());
    } catch (IOException cut) {
      return new Poll(path, Outcome.CUT, cut.toString());
    }
  }

  /** All requests so far, in order. */
  public List<Poll> polls() {
    return List.copyOf(polls);
  }

  /** The outcome of the last request; null before the first. */
  public Outcome last() {
    return polls.stream().reduce((before, after) -> after).map(Poll::outcome).orElse(null);
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
