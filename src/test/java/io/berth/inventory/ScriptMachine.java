package io.berth.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.berth.testing.ApiClient;
import io.berth.testing.JsonBody;
import io.berth.testing.SharedBerth;
import io.berth.testing.TestTenant;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A machine on which the example register-this-host runs: the real one, or one with a simulated
 * output of {@code ip} and {@code ss}.
 */
final class ScriptMachine implements AutoCloseable {
  private static final Path SCRIPT = Path.of("src/examples/register-this-host");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ApiClient berth;
  private final Path directory = SharedBerth.directory("machine");
  private final List<Object> devices = new ArrayList<>();
  private final List<String> sockets = new ArrayList<>();
  private URI server;
  private String key;

  /** The exit code and the output of a run. */
  record Run(int exit, List<String> out, List<String> err) {
    /** The last line, with the counts. */
    String summary() {
      return out.get(out.size() - 1);
    }

    /** A count of the summary, such as "added" or "known". */
    int count(String word) {
      return Stream.of(summary().replaceFirst(".*: ", "").split(", "))
          .filter(part -> part.contains(word))
          .mapToInt(part -> Integer.parseInt(part.replaceFirst(" .*", "")))
          .sum();
    }

    /**
     * The bindings that were added to existing services; the next run does not count them as known.
     */
    long bindings() {
      return out.stream().filter(line -> line.startsWith("+ binding ")).count();
    }
  }

  /** A machine that is registered in the network of this tenant. */
  ScriptMachine(TestTenant tenant) {
    assumeThat(List.of("bash", "curl", "jq", "ip", "ss"))
        .as("the example needs its tools")
        .allMatch(ScriptMachine::isInstalled);
    this.berth = tenant.owner();
    this.server = berth.server();
    this.key = berth.key();
  }

  private static boolean isInstalled(String tool) {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
  }

  /** Adds a device that is up: {@code 192.0.2.2/24}, or {@code 10.0.0.1/32 peer 10.0.0.2}. */
  ScriptMachine device(String name, String mac, String... addresses) {
    return device(name, mac, List.of("BROADCAST", "UP"), addresses);
  }

  ScriptMachine loopback() {
    return device("lo", "00:00:00:00:00:00", List.of("LOOPBACK", "UP"), "127.0.0.1/8", "::1/128");
  }

  /** Adds a device with these flags; a word after an address is a flag of the address. */
  ScriptMachine device(String name, String mac, List<String> flags, String... addresses) {
    devices.add(
        JsonBody.of(
            "ifname",
            name,
            "flags",
            flags,
            "address",
            mac,
            "addr_info",
            Arrays.stream(addresses).map(ScriptMachine::address).toList()));
    return this;
  }

  private static Map<String, Object> address(String text) {
    String[] words = text.split("[ /]");
    Map<String, Object> address = new HashMap<>();
    address.put("family", words[0].contains(":") ? "inet6" : "inet");
    address.put("local", words[0]);
    address.put("prefixlen", Integer.valueOf(words[1]));
    if (words.length == 4) {
      address.put(words[2].replace("peer", "address"), words[3]);
    } else if (words.length == 3) {
      address.put(words[2], true);
    }
    return address;
  }

  /**
   * Adds a listening socket, {@code "tcp 0.0.0.0:80"}; without programs, {@code ss} prints none.
   */
  ScriptMachine listen(String place, String... programs) {
    String users =
        Arrays.stream(programs)
            .map(program -> "(\"" + program + "\",pid=7,fd=3)")
            .collect(Collectors.joining(","));
    String[] at = place.split(" ");
    sockets.add(
        "%-5s %-6s 0      4096   %25s %15s %s"
            .formatted(
                at[0],
                at[0].equals("tcp") ? "LISTEN" : "UNCONN",
                at[1],
                at[1].contains("[") ? "[::]:*" : "0.0.0.0:*",
                users.isEmpty() ? "" : "users:(" + users + ")"));
    return this;
  }

  /** Removes the devices and the sockets. */
  ScriptMachine reset() {
    devices.clear();
    sockets.clear();
    return this;
  }

  /** Sets the key that the script sends. */
  ScriptMachine withKey(String other) {
    this.key = other;
    return this;
  }

  /** Sets the URL of Berth. */
  ScriptMachine at(URI other) {
    this.server = other;
    return this;
  }

  /** Puts a program of this name on the PATH that prints the text and exits with the code. */
  ScriptMachine program(String name, String text, int exit) throws IOException {
    Path output = Files.writeString(directory.resolve(name + ".out"), text);
    Path program = directory.resolve(name);
    Files.writeString(
        program,
        "#!/bin/sh\ncase \"$*\" in *route*) echo '[{\"dev\":\"eth0\"}]';; *) cat '%s'; exit %d;; esac\n"
            .formatted(output, exit));
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return this;
  }

  /** Runs the script with the simulated {@code ip} and {@code ss}. */
  Run run() throws Exception {
    program("ip", JSON.writeValueAsString(devices), 0);
    program("ss", String.join("\n", sockets) + "\n", 0);
    return runAsItIs();
  }

  /** Runs the script with the programs on the PATH. */
  Run runAsItIs() throws Exception {
    Path out = directory.resolve("out");
    Path err = directory.resolve("err");
    ProcessBuilder script =
        new ProcessBuilder("bash", SCRIPT.toString(), server.toString())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    script.environment().put("BERTH_API_KEY", key);
    script.environment().put("BERTH_HOST_NAME", "this-machine");
    script.environment().merge("PATH", directory.toString(), (path, own) -> own + ":" + path);
    Process running = script.start();
    assertThat(running.waitFor(120, TimeUnit.SECONDS)).isTrue();
    return new Run(running.exitValue(), Files.readAllLines(out), Files.readAllLines(err));
  }

  /** Runs it twice: the second run must add nothing and report the same omissions. */
  Run runTwice() throws Exception {
    Run first = run();
    String before = registered().host().toString();
    Run second = run();
    assertThat(second.count("added")).as("%s", second).isZero();
    assertThat(second.count("known"))
        .isEqualTo(first.count("added") + first.count("known") - first.bindings());
    assertThat(second.err()).isEqualTo(first.err());
    assertThat(second.exit()).isEqualTo(first.exit());
    assertThat(registered().host().toString()).isEqualTo(before);
    return first;
  }

  /** The registered host as Berth has it. */
  RegisteredHost registered() {
    return new RegisteredHost(berth);
  }

  @Override
  public void close() {
    SharedBerth.remove(directory);
  }
}
