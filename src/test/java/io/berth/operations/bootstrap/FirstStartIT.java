package io.berth.operations.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.berth.testing.BerthProcess;
import io.berth.testing.SharedBerth;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Starts of the runnable jar with the embedded database in a file. */
@Tag("database-independent")
class FirstStartIT {
  private static final String CONFIGURED_KEY = "scp_u_0123456789abcdefghijklmnopqrstuv";
  private static final Pattern KEY = Pattern.compile("scp_u_[0-9A-Za-z]{32}");
  private static final Pattern COMMAND = Pattern.compile("^curl .*$", Pattern.MULTILINE);

  private final Path directory = SharedBerth.directory("berth-first-start");

  @AfterEach
  void remove_directory() {
    SharedBerth.remove(directory);
  }

  @Test
  void shows_a_key_once_and_keeps_the_data_after_a_restart() {
    String key;
    String organization;
    try (BerthProcess first = BerthProcess.start(directory, Map.of())) {
      key = find(KEY, first.log());
      assertThat(first.log())
          .contains("Address:        http://localhost:" + first.port() + "\n")
          .contains("/api/docs")
          .contains(first.client(key).get("/networks").ids());
      organization = first.client(key).get("/organizations").id();
      assertThat(first.client(key).get("/subnets").texts("name"))
          .containsExactly("Internet", "Remote Network");
    }
    try (BerthProcess second = BerthProcess.start(directory, Map.of())) {
      assertThat(second.log()).doesNotContain("BERTH: FIRST START").doesNotContain("scp_u_");
      assertThat(second.log()).contains("Address: http://localhost:" + second.port());
      assertThat(second.client(key).get("/organizations").id()).isEqualTo(organization);
      assertThat(second.client(key).get("/networks").ids()).hasSize(1);
      assertThat(second.client(key).get("/auth/keys").ids()).hasSize(1);
    }
  }

  @Test
  void logs_no_list_of_endpoints_and_no_frames_around_messages() {
    try (BerthProcess berth = BerthProcess.start(directory, Map.of())) {
      assertThat(berth.log()).contains("BERTH: FIRST START").doesNotContain("[[", "]]");
      assertThat(berth.log())
          .doesNotContain("Payara Micro URLs", "REST Endpoints", "Instance Configuration");
    }
  }

  @Test
  void shows_a_command_that_creates_a_host() throws Exception {
    assumeThat(Path.of("/usr/bin/curl")).as("the command needs curl").exists();
    try (BerthProcess berth =
        BerthProcess.start(directory, Map.of("BERTH_BOOTSTRAP_API_KEY", CONFIGURED_KEY))) {
      assertThat(run(find(COMMAND, berth.log()))).contains("\"success\":true");
      assertThat(berth.client(CONFIGURED_KEY).get("/hosts").texts("name"))
          .containsExactly("my-host");
    }
  }

  @Test
  void refuses_a_data_directory_that_another_process_uses() {
    try (BerthProcess first = BerthProcess.start(directory, Map.of());
        BerthProcess second = BerthProcess.launch(directory, Map.of())) {
      assertThat(second.exitCode()).isEqualTo(1);
      assertThat(second.log()).contains("Another process uses the data directory");
      assertThat(first.client("").get("/api/health").status()).isEqualTo(200);
    }
  }

  @Test
  void refuses_a_malformed_key() {
    try (BerthProcess berth =
        BerthProcess.launch(directory, Map.of("BERTH_BOOTSTRAP_API_KEY", "scp_u_short"))) {
      assertThat(berth.exitCode()).isEqualTo(1);
      assertThat(berth.log())
          .contains("BERTH_BOOTSTRAP_API_KEY must be scp_u_ followed by 32 letters or digits");
    }
  }

  @ParameterizedTest
  @CsvSource({"BERTH_RATE_LIMIT, abc", "BERTH_DB_POOL_MAX, 2", "BERTH_MAX_BODY_SECONDS, 1.5"})
  void names_the_setting_that_is_not_a_number(String name, String value) {
    try (BerthProcess berth = BerthProcess.launch(directory, Map.of(name, value))) {
      assertThat(berth.exitCode()).isEqualTo(1);
      assertThat(berth.log()).contains(name + " must be a whole number");
    }
  }

  private static String find(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    assertThat(found.find()).as(text).isTrue();
    return found.group();
  }

  private static String run(String command) throws IOException, InterruptedException {
    Process shell = new ProcessBuilder("sh", "-c", command).redirectError(Redirect.INHERIT).start();
    String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(shell.exitValue()).isZero();
    return output;
  }
}
