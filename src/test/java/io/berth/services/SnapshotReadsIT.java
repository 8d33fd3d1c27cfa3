package io.berth.services;

import static io.berth.testing.TestHost.onPort;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.testing.ApiClient;
import io.berth.testing.Concurrently;
import io.berth.testing.TestHost;
import io.berth.testing.TestTenant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Reads of a service during concurrent changes return one of its versions, never a mixture. */
class SnapshotReadsIT {
  private static final int READS = 50;

  private final TestHost host = TestTenant.create().network().host();
  private final ApiClient client = host.network().client();
  private final String first = host.port(80);
  private final String second = host.port(443);
  private final String service = host.service("first", onPort(first));

  private boolean isConsistent(JsonNode read) {
    String port = read.at("/bindings/0/port_id").asText();
    return port.equals(read.get("name").asText().equals("first") ? first : second);
  }

  /** The number of readers that saw a mixture. */
  private long countInconsistentReaders(Supplier<JsonNode> read) {
    List<Callable<Boolean>> calls = new ArrayList<>();
    calls.add(
        () -> {
          for (int i = 0; i < READS; i++) {
            host.tryReplace(service, "second", onPort(second)).data();
            host.tryReplace(service, "first", onPort(first)).data();
          }
          return true;
        });
    for (int reader = 0; reader < 3; reader++) {
      calls.add(
          () -> {
            boolean consistent = true;
            for (int i = 0; i < READS; i++) {
              consistent &= isConsistent(read.get());
            }
            return consistent;
          });
    }
    return Concurrently.together(calls).stream().filter(consistent -> !consistent).count();
  }

  @Test
  void get_by_id_returns_a_consistent_service() {
    assertThat(countInconsistentReaders(() -> client.get("/services/" + service).data())).isZero();
  }

  @Test
  void list_returns_a_consistent_service() {
    assertThat(countInconsistentReaders(() -> client.get("/services?ids=" + service).data().get(0)))
        .isZero();
  }

  @Test
  void list_without_a_limit_returns_a_consistent_service() {
    assertThat(
            countInconsistentReaders(
                () -> client.get("/services?limit=0&ids=" + service).data().get(0)))
        .isZero();
  }

  @Test
  void get_of_the_host_returns_a_consistent_service() {
    assertThat(
            countInconsistentReaders(
                () -> client.get("/hosts/" + host.id()).data().at("/services/0")))
        .isZero();
  }
}
