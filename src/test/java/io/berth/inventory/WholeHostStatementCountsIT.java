package io.berth.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.ApiClient;
import io.berth.testing.ApiResponse;
import io.berth.testing.HostContents;
import io.berth.testing.JsonBody;
import io.berth.testing.StatementCounter;
import io.berth.testing.TestHost;
import io.berth.testing.TestNetwork;
import io.berth.testing.TestTenant;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is written of a host as a whole is written in batches, and read at once. */
class WholeHostStatementCountsIT {
  private static final System.Logger LOG =
      System.getLogger(WholeHostStatementCountsIT.class.getName());

  private final TestTenant tenant = TestTenant.create();
  private final TestNetwork network = tenant.network();
  private final ApiClient client = network.client();

  @AfterEach
  void leave() {
    client.delete("/networks/" + network.id()).data();
  }

  /** Counts the same call with few and with many children, but for the rows of batches. */
  private static void isTheSame(String what, IntFunction<Supplier<ApiResponse>> call) {
    Supplier<ApiResponse> few = call.apply(10);
    Supplier<ApiResponse> many = call.apply(400);
    long one = StatementCounter.besideBatches(() -> few.get().data());
    long all = StatementCounter.besideBatches(() -> many.get().data());
    LOG.log(System.Logger.Level.INFO, "SQL statements of {0}: {1} and {2}", what, one, all);
    assertThat(all).isEqualTo(one);
  }

  private Map<String, Object> body(int count) {
    return HostContents.of(network, 5, count).in(network.hostBody("h"));
  }

  @Test
  void a_host_is_made_with_10_services_and_with_400() {
    isTheSame(
        "POST /hosts",
        count -> {
          Map<String, Object> body = body(count);
          return () -> client.post("/hosts", body);
        });
  }

  @Test
  void a_host_gets_10_other_services_and_400() {
    isTheSame(
        "PUT /hosts/{id}",
        count -> {
          String path = "/hosts/" + client.post("/hosts", body(count)).id();
          Map<String, Object> other = body(count);
          return () -> client.put(path, other);
        });
  }

  @Test
  void a_host_sent_back_as_it_was_read_writes_no_row_of_what_stands_on_it() {
    String path = "/hosts/" + client.post("/hosts", body(20)).id();
    String same = client.get(path).data().toString();
    long few = StatementCounter.of(() -> client.put(path, same).data());
    String larger = "/hosts/" + client.post("/hosts", body(200)).id();
    String asRead = client.get(larger).data().toString();
    assertThat(StatementCounter.of(() -> client.put(larger, asRead).data())).isEqualTo(few);
  }

  @Test
  void a_host_takes_over_10_services_and_400() {
    isTheSame(
        "PUT /hosts/{destination_host}/consolidate/{other_host}",
        count -> {
          TestHost host = network.host();
          host.port(1);
          String path = "/hosts/" + host.id() + "/consolidate/";
          String other = client.post("/hosts", body(count)).id();
          return () -> client.put(path + other, JsonBody.of());
        });
  }
}
