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

/** A Berth started from the runnable jar, as an operator does, in a process of its own. */
public final class BerthProcess implements AutoCloseable {
  /** To start soon, with a zone and a language that nothing of Berth may depend on. */
  private static final List<String> FOR_TESTS =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-Xmx512m",
          "-Duser.timezone=America/St_Johns",
          "-Duser.language=de");

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Process process;
  private final int port;
  private final Path log;

  private BerthProcess(Process process, int port, Path log) {
    this.process = process;
    this.port = port;
    this.log = log;
  }

  /** Starts the jar in a directory of its own, without waiting for it. */
  public static BerthProcess launch(Path directory, Map<String, String> environment) {
    return launch(directory, environment, FOR_TESTS);
  }

  /** The same with these options of the JVM instead of those that start it soon. */
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

  /** Starts the jar and waits until it answers. */
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

  /** Waits until it answers; fails if it ends before. */
  public BerthProcess ready() {
    await("Berth answers")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> answers() || ended());
    if (!process.isAlive()) {
      throw new IllegalStateException("Berth ended:\n" + log());
    }
    return this;
  }

  private boolean ended() {
    return !process.isAlive();
  }

  /** Until Berth is there, its server answers with a page of its own, which nobody promises. */
  private boolean answers() {
    try {
      return client("").get("/api/health").status() == 200;
    } catch (IllegalStateException | AssertionError notYet) {
      return false;
    }
  }

  /** A client with the key; an empty one: without a key. */
  public ApiClient client(String key) {
    return new ApiClient(URI.create("http://127.0.0.1:" + port), key);
  }

  /** The port on which it listens. */
  public int port() {
    return port;
  }

  /** The operating system's number of the process. */
  public long pid() {
    return process.pid();
  }

  /** What it has written so far. */
  public String log() {
    try {
      return Files.readString(log);
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Waits for its own end; answers its exit code. */
  public int exitCode() {
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("Berth still runs:\n" + log());
      }
      return process.exitValue();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** Tells it to end, by SIGTERM, without waiting for it. */
  public void terminate() {
    process.destroy();
  }

  /** Ends it as an operator does, by SIGTERM. */
  @Override
  public void close() {
    terminate();
    exitCode();
  }

  /** Ends it by SIGKILL. */
  public void kill() {
    process.destroyForcibly();
    exitCode();
  }
}
