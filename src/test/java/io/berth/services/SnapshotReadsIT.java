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

/** A service is read while it changes: as it was, or as it is, and as nothing in between. */
class SnapshotReadsIT {
  private static final int READS = 50;

  private final TestHost host = TestTenant.create().network().host();
  private final ApiClient client = host.network().client();
  private final String first = host.port(80);
  private final String second = host.port(443);
  private final String service = host.service("first", onPort(first));

  private boolean isWhole(JsonNode read) {
    String port = read.at("/bindings/0/port_id").asText();
    return port.equals(read.get("name").asText().equals("first") ? first : second);
  }

  /** How many reads show neither of the two. */
  private long torn(Supplier<JsonNode> read) {
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
            boolean whole = true;
            for (int i = 0; i < READS; i++) {
              whole &= isWhole(read.get());
            }
            return whole;
          });
    }
    return Concurrently.together(calls).stream().filter(whole -> !whole).count();
  }

  @Test
  void by_its_id() {
    assertThat(torn(() -> client.get("/services/" + service).data())).isZero();
  }

  @Test
  void in_a_list() {
    assertThat(torn(() -> client.get("/services?ids=" + service).data().get(0))).isZero();
  }

  @Test
  void in_a_list_without_a_limit() {
    assertThat(torn(() -> client.get("/services?limit=0&ids=" + service).data().get(0))).isZero();
  }

  @Test
  void on_its_host() {
    assertThat(torn(() -> client.get("/hosts/" + host.id()).data().at("/services/0"))).isZero();
  }
}
