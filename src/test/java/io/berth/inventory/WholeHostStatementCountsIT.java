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

/** A host's children are written in batches and read with one query for each kind. */
class WholeHostStatementCountsIT {
  private static final System.Logger LOG =
      System.getLogger(WholeHostStatementCountsIT.class.getName());

  private final TestTenant tenant = TestTenant.create();
  private final TestNetwork network = tenant.network();
  private final ApiClient client = network.client();

  @AfterEach
  void delete_the_network() {
    client.delete("/networks/" + network.id()).data();
  }

  /**
   * Counts the statements of the same call with few and with many children, without the batched
   * INSERT and UPDATE.
   */
  private static void assertSameCount(String operation, IntFunction<Supplier<ApiResponse>> call) {
    Supplier<ApiResponse> few = call.apply(10);
    Supplier<ApiResponse> many = call.apply(400);
    long countForFew = StatementCounter.ofUnbatched(() -> few.get().data());
    long countForMany = StatementCounter.ofUnbatched(() -> many.get().data());
    LOG.log(
        System.Logger.Level.INFO,
        "SQL statements of {0}: {1} and {2}",
        operation,
        countForFew,
        countForMany);
    assertThat(countForMany).isEqualTo(countForFew);
  }

  private Map<String, Object> body(int count) {
    return HostContents.of(network, 5, count).in(network.hostBody("h"));
  }

  @Test
  void post_needs_as_many_statements_for_400_services_as_for_10() {
    assertSameCount(
        "POST /hosts",
        count -> {
          Map<String, Object> body = body(count);
          return () -> client.post("/hosts", body);
        });
  }

  @Test
  void put_needs_as_many_statements_for_400_new_services_as_for_10() {
    assertSameCount(
        "PUT /hosts/{id}",
        count -> {
          String path = "/hosts/" + client.post("/hosts", body(count)).id();
          Map<String, Object> other = body(count);
          return () -> client.put(path, other);
        });
  }

  @Test
  void put_of_an_unchanged_host_writes_no_row_of_its_children() {
    String path = "/hosts/" + client.post("/hosts", body(20)).id();
    String same = client.get(path).data().toString();
    long few = StatementCounter.of(() -> client.put(path, same).data());
    String larger = "/hosts/" + client.post("/hosts", body(200)).id();
    String asRead = client.get(larger).data().toString();
    assertThat(StatementCounter.of(() -> client.put(larger, asRead).data())).isEqualTo(few);
  }

  @Test
  void consolidation_needs_as_many_statements_for_400_services_as_for_10() {
    assertSameCount(
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
