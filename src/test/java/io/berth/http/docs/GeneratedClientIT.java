package io.berth.http.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.ApiClient;
import io.berth.testing.Fixture;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generates a client from the document, compiles it and runs it. */
@Tag("database-independent")
class GeneratedClientIT {
  /** The class {@code Registration} uses the generated client. */
  private static final String PROGRAM = "Registration";

  private static final long TIMEOUT_SECONDS = 120;

  private final Fixture fixture = Fixture.create();
  private final ApiClient owner = fixture.owner();

  @TempDir private Path directory;

  @Test
  void creates_and_reads_a_service() throws Exception {
    Files.writeString(path("openapi.json"), owner.get("/api/openapi.json").text());
    generate();
    compile();
    Map<String, String> input = input();
    Map<String, String> output = run(input);
    assertThat(output)
        .containsEntry("name", "generated")
        .containsEntry("source", "ManualSource")
        .containsEntry("port", input.get("port"))
        .containsEntry("interface", input.get("interface"))
        .containsEntry("other", input.get("other"))
        .containsEntry("virtualization", "null");
    assertThat(owner.get("/services/" + output.get("id")).text("name")).isEqualTo("generated");
  }

  private Path path(String name) {
    return directory.resolve(name);
  }

  private Map<String, String> input() {
    return Map.of(
        "server", owner.server().toString(),
        "key", owner.key(),
        "network", fixture.network().id(),
        "host", fixture.host().id(),
        "port", fixture.id("spare"),
        "interface", fixture.id("interface"),
        "other", fixture.host().iface());
  }

  /** Generates a client for java.net.http and the Jakarta annotations. */
  private void generate() throws IOException, InterruptedException {
    Process generator =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                System.getProperty("openapi.generator.jar"),
                "generate",
                "--input-spec=" + path("openapi.json"),
                "--output=" + directory,
                "--generator-name=java",
                "--library=native",
                "--invoker-package=client",
                "--api-package=client.api",
                "--model-package=client.model",
                "--additional-properties=useJakartaEe=true,openApiNullable=false",
                "--global-property=apis,models,supportingFiles,apiTests=false,modelTests=false")
            .redirectErrorStream(true)
            .redirectOutput(path("generator.log").toFile())
            .start();
    boolean ended = generator.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    assertThat(ended && generator.exitValue() == 0).as(() -> read(path("generator.log"))).isTrue();
  }

  private void compile() throws IOException {
    try (InputStream program = getClass().getResourceAsStream(PROGRAM + ".java")) {
      Files.copy(program, path(PROGRAM + ".java"));
    }
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-proc:none",
                "-nowarn",
                "-classpath",
                System.getProperty("java.class.path"),
                "-d",
                path("classes").toString(),
                path(PROGRAM + ".java").toString()));
    try (Stream<Path> sources = Files.walk(path("src/main/java"))) {
      sources.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(arguments::add);
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    assertThat(compiler.run(null, null, null, arguments.toArray(String[]::new))).isZero();
  }

  @SuppressWarnings("unchecked")
  private Map<String, String> run(Map<String, String> input) throws Exception {
    URL[] classes = {path("classes").toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(classes, getClass().getClassLoader())) {
      return ((UnaryOperator<Map<String, String>>)
              loader.loadClass(PROGRAM).getDeclaredConstructor().newInstance())
          .apply(input);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      return unreadable.toString();
    }
  }
}
