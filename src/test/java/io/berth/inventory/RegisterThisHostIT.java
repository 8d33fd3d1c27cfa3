package io.berth.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.berth.testing.Tenant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The example that registers the machine on which the tests run, where its tools are. */
class RegisterThisHostIT {
  private static final Path SCRIPT = Path.of("src/examples/register-this-host");

  private final Tenant tenant = Tenant.found();

  @BeforeEach
  void look_for_its_tools() {
    assumeThat(List.of("bash", "curl", "jq", "ip", "ss"))
        .as("the example needs its tools")
        .allMatch(RegisterThisHostIT::isThere);
  }

  @Test
  void registers_this_machine_and_adds_nothing_the_second_time() throws Exception {
    tenant.network();
    assertThat(run()).contains("+ host this-machine", "+ interface lo 127.0.0.1");
    assertThat(tenant.owner().get("/hosts").texts("name")).containsExactly("this-machine");
    assertThat(tenant.owner().get("/services?limit=0").data()).isNotEmpty();
    assertThat(tenant.owner().get("/interfaces?limit=0").texts("ip_address")).contains("127.0.0.1");
    List<String> interfaces = tenant.owner().get("/interfaces?limit=0").ids();
    run();
    assertThat(tenant.owner().get("/hosts").ids()).hasSize(1);
    assertThat(tenant.owner().get("/interfaces?limit=0").ids()).isEqualTo(interfaces);
  }

  private String run() throws IOException, InterruptedException {
    ProcessBuilder script =
        new ProcessBuilder("bash", SCRIPT.toString(), tenant.owner().server().toString())
            .redirectErrorStream(true);
    script.environment().put("BERTH_API_KEY", tenant.owner().key());
    script.environment().put("BERTH_HOST_NAME", "this-machine");
    Process running = script.start();
    String output = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(running.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(running.exitValue()).as(output).isZero();
    return output;
  }

  private static boolean isThere(String tool) {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
  }
}
