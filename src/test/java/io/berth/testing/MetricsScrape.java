package io.berth.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;

/** One scrape of the metrics endpoint, without a key. */
public record MetricsScrape(String text) {

  public static MetricsScrape of(BerthProcess berth) {
    var response = berth.client("").get("/api/../metrics?scope=application");
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.header("Content-Type")).startsWith("text/plain");
    return new MetricsScrape(response.text());
  }

  public List<String> samples() {
    return text.lines().filter(line -> !line.startsWith("#")).toList();
  }

  /**
   * A series' value, or the sum of the series that have all these labels, each like {@code a="b"}.
   */
  public double value(String name, String... labels) {
    return samples().stream()
        .filter(line -> line.startsWith(name + "{"))
        .filter(line -> Arrays.stream(labels).allMatch(line::contains))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  public double requests(String method, int status) {
    return value("berth_requests_total", "method=\"" + method + "\"", "status=\"" + status + "\"");
  }

  public double refusals(String code) {
    return value("berth_refusals_total", "code=\"" + code + "\"");
  }

  /** The number of pool connections in a state: in use, free, waiting or max. */
  public int connections(String state) {
    return (int) value("berth_db_connections_" + state);
  }
}
