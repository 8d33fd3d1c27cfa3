package io.berth.operations.metrics;

import static io.berth.testing.TestHost.onPort;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.berth.http.errors.ErrorEnvelope;
import io.berth.testing.ApiClient;
import io.berth.testing.BerthProcess;
import io.berth.testing.MetricsScrape;
import io.berth.testing.SharedBerth;
import io.berth.testing.TestHost;
import io.berth.testing.TestTenant;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsIT {
  private final BerthProcess berth = SharedBerth.berth();
  private final ApiClient owner = TestTenant.create().owner();

  private MetricsScrape scrape() {
    return MetricsScrape.of(berth);
  }

  @Test
  void counts_a_refusal_once_by_its_code() {
    TestHost host = TestTenant.create().network().host();
    String port = host.port(80);
    host.service("nginx", onPort(port));
    MetricsScrape before = scrape();
    host.tryService("apache", onPort(port)).refused(400, "port_claimed");
    MetricsScrape after = scrape();
    assertThat(after.refusals("port_claimed")).isEqualTo(before.refusals("port_claimed") + 1);
    assertThat(after.value("berth_refusals_total"))
        .isEqualTo(before.value("berth_refusals_total") + 1);
    assertThat(after.requests("POST", 400)).isEqualTo(before.requests("POST", 400) + 1);
    assertThat(after.value("berth_write_duration_seconds_count"))
        .isEqualTo(before.value("berth_write_duration_seconds_count") + 1);
  }

  @ParameterizedTest
  @CsvSource({
    "/networks, 200, ",
    "/networks/01a20e1f-44d5-7648-80c0-f30a359a78fd, 404, entity_not_found",
    "/nothing, 404, not_found",
    "/api/../nothing, 404, not_found",
    "/networks/nonsense, 400, invalid_value"
  })
  void counts_a_request_once_by_its_outcome(String path, int status, String code) {
    MetricsScrape before = scrape();
    assertThat(owner.get(path).status()).isEqualTo(status);
    MetricsScrape after = scrape();
    assertThat(after.requests("GET", status)).isEqualTo(before.requests("GET", status) + 1);
    assertThat(after.value("berth_requests_total"))
        .isEqualTo(before.value("berth_requests_total") + 1);
    assertThat(after.value("berth_read_duration_seconds_count"))
        .isEqualTo(before.value("berth_read_duration_seconds_count") + 1);
    assertThat(after.value("berth_refusals_total"))
        .isEqualTo(before.value("berth_refusals_total") + (code == null ? 0 : 1));
    assertThat(code == null || after.refusals(code) == before.refusals(code) + 1).isTrue();
  }

  @Test
  void counts_a_request_without_a_key() {
    MetricsScrape before = scrape();
    owner.with("").get("/networks").refused(401, "auth_not_authenticated");
    assertThat(scrape().requests("GET", 401)).isEqualTo(before.requests("GET", 401) + 1);
    assertThat(scrape().refusals("auth_not_authenticated"))
        .isEqualTo(before.refusals("auth_not_authenticated") + 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/api/../health", "/api/../health/ready", "/api/../metrics", "/api/health"})
  void does_not_count_health_checks_and_scrapes(String path) {
    MetricsScrape before = scrape();
    assertThat(owner.with("").get(path).status()).isEqualTo(200);
    assertThat(scrape().value("berth_requests_total"))
        .isEqualTo(before.value("berth_requests_total"));
  }

  @Test
  void creates_no_series_for_unknown_methods_and_paths() {
    scrape();
    MetricsScrape before = scrape();
    for (int i = 0; i < 3; i++) {
      owner.send("MADEUP" + i, "/networks", BodyPublishers.noBody(), List.of());
      owner.get("/services/" + UUID.randomUUID());
    }
    assertThat(scrape().samples()).hasSizeLessThanOrEqualTo(before.samples().size() + 2);
    assertThat(scrape().text()).doesNotContain("MADEUP");
  }

  @Test
  void exposes_every_code_before_its_first_refusal() {
    assertThat(scrape().samples())
        .filteredOn(line -> line.startsWith("berth_refusals_total"))
        .hasSize(ErrorEnvelope.codes().size());
  }

  @Test
  void reports_the_idle_connection_pool() {
    assertThat(owner.get("/networks").status()).isEqualTo(200);
    await().until(() -> scrape().connections("in_use") == 0);
    assertThat(scrape().connections("free")).isBetween(1, 36);
    assertThat(scrape().connections("waiting")).isZero();
    assertThat(scrape().connections("max")).isEqualTo(36);
  }

  @Test
  void describes_each_metric() {
    assertThat(owner.get("/networks").status()).isEqualTo(200);
    List<String> names =
        scrape().samples().stream()
            .map(line -> line.substring(0, line.indexOf('{')))
            .map(name -> name.replaceFirst("_(bucket|count|sum|mean|max)$", ""))
            .map(name -> name.equals("berth_db_connections") ? name + "_max" : name)
            .filter(name -> name.startsWith("berth_"))
            .distinct()
            .toList();
    assertThat(names)
        .hasSize(11)
        .allSatisfy(
            name -> assertThat(scrape().text()).containsPattern("# HELP " + name + " \\w.+"));
  }

  @Test
  void contains_no_data_of_tenants() {
    TestTenant tenant = TestTenant.create();
    TestHost host = tenant.network().host("a-name-of-a-tenant");
    host.port(4242);
    String text = berth.client("").get("/api/../metrics").text();
    assertThat(text)
        .doesNotContain("scp_u_", "a-name-of-a-tenant", host.id(), "/api/v1", "jdbc:")
        .doesNotContainPattern(
            Pattern.compile("select |insert |update ", Pattern.CASE_INSENSITIVE));
  }
}
