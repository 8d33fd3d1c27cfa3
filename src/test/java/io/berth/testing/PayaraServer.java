package io.berth.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Berth on a Payara Server, in a domain of its own: made by the lines of server-config/README.md,
 * and so by the scripts of {@code server-config}. Only the place of the domain and its ports are
 * others.
 */
public final class PayaraServer implements AutoCloseable {
  private static final long TIMEOUT_SECONDS = 180;

  /** The first step in server-config/README.md; the steps end with the block. */
  private static final String FIRST_STEP = "    asadmin create-domain";

  /** The ports that a domain uses, as offsets from its port base. */
  private static final int[] PORT_OFFSETS = {9, 37, 38, 39, 48, 49, 59, 66, 76, 80, 81, 86};

  /** The command of server-config/README.md, with its domain where this test wants it. */
  private static final String ASADMIN =
      """
      asadmin() {
        command=$1; shift
        case $command in
          create-domain) "$ASADMIN" create-domain --domaindir "$DOMAINS" --portbase $BASE "$@";;
          *-domain) "$ASADMIN" $command --domaindir "$DOMAINS" "$@";;
          *) "$ASADMIN" $command "$@";;
        esac
      }
      """;

  private static final int ADMINISTRATION = 48;
  private static final int HTTP = 80;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Path directory;
  private final Map<String, String> environment;
  private final int base;

  private PayaraServer(Path directory, Map<String, String> environment) {
    this.directory = directory;
    this.environment = environment;
    this.base = freeBase();
  }

  /** Creates the domain in this directory, starts it with this environment, and deploys the WAR. */
  public static PayaraServer deploy(Path directory, Map<String, String> environment) {
    PayaraServer server = new PayaraServer(directory, environment);
    try {
      server.asadmin(String.join("\n", steps()));
      return server;
    } catch (RuntimeException failure) {
      server.kill();
      throw failure;
    }
  }

  private static List<String> steps() {
    try {
      return Files.readAllLines(Path.of("server-config/README.md")).stream()
          .dropWhile(line -> !line.startsWith(FIRST_STEP))
          .takeWhile(line -> !line.isBlank())
          .toList();
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static int freeBase() {
    return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(100, 300) * 100)
        .limit(100)
        .filter(base -> IntStream.of(PORT_OFFSETS).allMatch(port -> isFree(base + port)))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port)) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }

  /** Runs shell commands that call {@code asadmin}; fails if any of them fails. */
  public void asadmin(String lines) {
    Path output = directory.resolve("asadmin.log");
    try {
      Process shell = shell(lines).redirectOutput(output.toFile()).start();
      boolean exited = shell.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS);
      String printed = Files.readString(output);
      // An asadmin script continues after a failed command and reports it only as text.
      if (!exited || shell.exitValue() != 0 || printed.contains(" failed.")) {
        shell.descendants().forEach(ProcessHandle::destroyForcibly);
        shell.destroyForcibly();
        throw new IllegalStateException(printed);
      }
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private ProcessBuilder shell(String lines) {
    ProcessBuilder shell =
        new ProcessBuilder("sh", "-ec", ASADMIN + lines).redirectErrorStream(true);
    Map<String, String> variables = shell.environment();
    variables.keySet().removeIf(name -> name.startsWith("BERTH_") || name.startsWith("AS_"));
    variables.putAll(environment);
    variables.put("ASADMIN", System.getProperty("payara.asadmin"));
    variables.put("DOMAINS", directory.resolve("domains").toString());
    variables.put("BASE", String.valueOf(base));
    variables.put("AS_ADMIN_PORT", String.valueOf(base + ADMINISTRATION));
    variables.put("AS_JAVA", System.getProperty("java.home"));
    // Otherwise asadmin would store its login data in the user's home directory.
    variables.put("AS_EXTRA_JAVA_OPTS", "-Duser.home=" + directory);
    return shell;
  }

  private Path domain() {
    return directory.resolve("domains/berth");
  }

  /** A client with this key; an empty key sends none. */
  public ApiClient client(String key) {
    return new ApiClient(URI.create("http://127.0.0.1:" + (base + HTTP)), key);
  }

  /** The network that the bootstrap created. */
  public TestNetwork firstNetwork(ApiClient owner) {
    return new TestNetwork(owner, owner.get("/networks").ids().get(0));
  }

  /** GET of any path of the server. */
  public ApiResponse get(String path) {
    try {
      HttpResponse<String> response =
          http.send(
              HttpRequest.newBuilder(client("").server().resolve(path))
                  .timeout(Duration.ofSeconds(60))
                  .build(),
              BodyHandlers.ofString());
      return new ApiResponse(response.statusCode(), response.headers(), response.body());
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  public List<String> log() {
    try {
      return Files.readAllLines(domain().resolve("logs/server.log"));
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Override
  public void close() {
    try {
      asadmin("asadmin stop-domain berth");
    } catch (RuntimeException stillThere) {
      kill();
      throw stillThere;
    }
  }

  private void kill() {
    Path pid = domain().resolve("config/pid");
    if (Files.exists(pid)) {
      try {
        ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
            .ifPresent(
                process -> {
                  process.destroyForcibly();
                  await("the server's end").until(() -> !process.isAlive());
                });
      } catch (IOException failure) {
        throw new IllegalStateException(failure);
      }
    }
  }
}
