package io.berth.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Berth process, started from the runnable jar as in production. */
public final class BerthProcess implements AutoCloseable {
  /** For a short start, and with a time zone and a language that Berth must not depend on. */
  private static final List<String> TEST_JVM_OPTIONS =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-Xmx512m",
          "-Duser.timezone=America/St_Johns",
          "-Duser.language=de");

  /** A start takes 10 s, but more than a minute where many other processes run. */
  private static final Duration TIMEOUT = Duration.ofMinutes(4);

  private final Process process;
  private final int port;
  private final Path log;

  private BerthProcess(Process process, int port, Path log) {
    this.process = process;
    this.port = port;
    this.log = log;
  }

  /** Starts the jar in this directory, without waiting for it. */
  public static BerthProcess launch(Path directory, Map<String, String> environment) {
    return launch(directory, environment, TEST_JVM_OPTIONS);
  }

  /** Starts the jar with these JVM options instead of those for a short start. */
  public static BerthProcess launch(
      Path directory, Map<String, String> environment, List<String> options) {
    int port = freePort();
    Path log = directory.resolve("berth-" + port + ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command(directory, port, options))
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("BERTH_"));
    builder.environment().putAll(environment);
    try {
      return new BerthProcess(builder.start(), port, log);
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static List<String> command(Path directory, int port, List<String> options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(
        List.of(
            "-Djava.io.tmpdir=" + directory,
            "-jar",
            System.getProperty("berth.jar"),
            "--port",
            String.valueOf(port)));
    return command;
  }

  /** Starts the jar and waits until it is healthy. */
  public static BerthProcess start(Path directory, Map<String, String> environment) {
    BerthProcess berth = launch(directory, environment);
    try {
      return berth.ready();
    } catch (RuntimeException neverReady) {
      berth.kill();
      throw neverReady;
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Waits until it is healthy; fails if the process exits before. */
  public BerthProcess ready() {
    await("Berth is healthy")
        .atMost(TIMEOUT)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> isHealthy() || hasExited());
    if (!process.isAlive()) {
      throw new IllegalStateException("Berth exited:\n" + log());
    }
    return this;
  }

  private boolean hasExited() {
    return !process.isAlive();
  }

  /**
   * Until Berth is deployed, the server returns a page of its own, which the OpenAPI document does
   * not describe.
   */
  private boolean isHealthy() {
    try {
      return client("").get("/api/health").status() == 200;
    } catch (IllegalStateException | AssertionError notYet) {
      return false;
    }
  }

  /** A client with this key; an empty key sends none. */
  public ApiClient client(String key) {
    return new ApiClient(URI.create("http://127.0.0.1:" + port), key);
  }

  public int port() {
    return port;
  }

  public long pid() {
    return process.pid();
  }

  public String log() {
    try {
      return Files.readString(log);
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Waits until the process exits by itself; returns its exit code. */
  public int exitCode() {
    try {
      if (!process.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("Berth is still running:\n" + log());
      }
      return process.exitValue();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** Sends SIGTERM, without waiting for the exit. */
  public void terminate() {
    process.destroy();
  }

  /** Stops it with SIGTERM, as an operator does. */
  @Override
  public void close() {
    terminate();
    exitCode();
  }

  /** Stops it with SIGKILL. */
  public void kill() {
    process.destroyForcibly();
    exitCode();
  }
}
