package io.berth;

import static io.berth.testing.TestHost.onPort;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.berth.testing.ApiClient;
import io.berth.testing.ApiResponse;
import io.berth.testing.PayaraServer;
import io.berth.testing.SharedBerth;
import io.berth.testing.TestHost;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs the plain WAR on a Payara Server that is configured as in server-config/README.md; needs
 * {@code -Ppayara-server}.
 */
@Tag("payara-server")
class PayaraServerIT {
  private static final String KEY = "scp_u_0123456789abcdefghijklmnopqrstuv";

  private static Path directory;
  private static PayaraServer server;

  private final ApiClient owner = server.client(KEY);

  @BeforeAll
  static void deploy() {
    directory = SharedBerth.directory("berth-payara-server");
    server =
        PayaraServer.deploy(
            directory,
            Map.of(
                "BERTH_DATA_DIR",
                directory.resolve("data").toString(),
                "BERTH_BOOTSTRAP_API_KEY",
                KEY,
                "BERTH_RATE_LIMIT",
                "0"));
  }

  @AfterAll
  static void stop() {
    try {
      if (server != null) {
        server.close();
      }
    } finally {
      SharedBerth.remove(directory);
    }
  }

  @Test
  void accepts_only_the_bootstrap_key() {
    assertThat(owner.get("/organizations").text("name")).isEqualTo("My organization");
    owner
        .with("scp_u_nobodynobodynobodynobodynobody01")
        .get("/organizations")
        .refused(401, "auth_not_authenticated");
  }

  @Test
  void creates_lists_and_deletes_services() {
    TestHost host = server.firstNetwork(owner).host("web-1");
    String port = host.port(80);
    String nginx = host.service("nginx", onPort(port));
    assertThat(host.tryService("apache", onPort(port)).refused(400, "port_claimed").param("port"))
        .isEqualTo("80/tcp");
    host.tryBind(host.service("apache"), onPort(port)).refused(409, "port_claimed");
    assertThat(owner.get("/services?order_by=name").texts("name"))
        .containsExactly("apache", "nginx");
    owner.delete("/services/" + nginx).data();
    owner.get("/services/" + nginx).refused(404, "entity_not_found");
    assertThat(host.tryService("caddy", onPort(port)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health/live", "/health/ready", "/health"})
  void reports_health_up(String path) {
    assertThat(server.get(path).json().path("status").asText()).isEqualTo("UP");
  }

  @Test
  void reports_the_database_in_readiness() {
    assertThat(server.get("/health/ready").text()).contains("\"name\":\"database\"");
  }

  @Test
  void serves_metrics() {
    ApiResponse metrics = server.get("/metrics");
    assertThat(metrics.status()).isEqualTo(200);
    assertThat(metrics.header("Content-Type")).startsWith("text/plain");
    assertThat(metrics.text()).contains("# TYPE ");
  }

  @Test
  void refuses_an_unknown_path_with_the_envelope() {
    server.get("/nonsense").refused(404, "not_found");
    owner.get("/nonsense").refused(404, "not_found");
  }

  @Test
  void accepts_a_body_where_none_is_needed() {
    TestHost host = server.firstNetwork(owner).host("web-2");
    assertThat(
            owner
                .send(
                    "DELETE",
                    "/hosts/" + host.id(),
                    BodyPublishers.ofString("{}"),
                    List.of("Content-Type", "application/json"))
                .status())
        .isEqualTo(200);
  }

  @Test
  void sends_no_server_headers() {
    assertThat(server.get("/api/health").headers().map())
        .doesNotContainKeys("server", "x-powered-by");
  }

  @Test
  void logs_as_json() {
    assertThat(server.log().stream().filter(line -> line.startsWith("{")).map(PayaraServerIT::json))
        .anySatisfy(
            record -> {
              assertThat(record.path("LoggerName").asText())
                  .isEqualTo("io.berth.operations.bootstrap.Bootstrap");
              assertThat(record.path("LogMessage").asText()).contains("BERTH: FIRST START");
            });
  }

  private static JsonNode json(String line) {
    try {
      return new ObjectMapper().readTree(line);
    } catch (JsonProcessingException noJson) {
      throw new AssertionError(line, noJson);
    }
  }
}
