package io.berth.services;

import static io.berth.testing.TestHost.onInterface;
import static io.berth.testing.TestHost.onPort;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.ApiClient;
import io.berth.testing.ApiResponse;
import io.berth.testing.BulkRows;
import io.berth.testing.StatementCounter;
import io.berth.testing.TestHost;
import io.berth.testing.TestNetwork;
import io.berth.testing.TestTenant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The number of SQL statements of a request does not depend on the number of rows. */
class StatementCountsIT {
  private static final System.Logger LOG = System.getLogger(StatementCountsIT.class.getName());

  private final TestTenant tenant = TestTenant.create();
  private final TestNetwork network = tenant.network();
  private final ApiClient client = network.client();

  @AfterEach
  void delete_the_network() {
    client.delete("/networks/" + network.id()).data();
  }

  /** Compares the same request on a host with one service and on one with 500. */
  private void assertSameCount(String operation, Function<TestHost, Supplier<ApiResponse>> call) {
    TestHost small = network.host("small");
    BulkRows.services(small, 1);
    TestHost big = network.host("big");
    BulkRows.services(big, 500);
    assertSameCount(operation, call.apply(small), call.apply(big));
  }

  private static void assertSameCount(
      String operation, Supplier<ApiResponse> few, Supplier<ApiResponse> many) {
    long countForFew = count(few);
    long countForMany = count(many);
    LOG.log(
        System.Logger.Level.INFO,
        "SQL statements of {0}: {1} and {2}",
        operation,
        countForFew,
        countForMany);
    assertThat(countForMany).isEqualTo(countForFew);
  }

  private static long count(Supplier<ApiResponse> call) {
    return StatementCounter.of(() -> call.get().data());
  }

  @Test
  void post_of_a_service_needs_as_many_statements_among_500_as_among_1() {
    assertSameCount(
        "POST /services",
        host -> {
          String port = host.port(40_000);
          String iface = host.iface();
          String other = host.iface();
          return () -> host.tryService("new", onPort(port, iface), onInterface(other));
        });
  }

  @Test
  void put_of_a_service_needs_as_many_statements_among_500_as_among_1() {
    assertSameCount(
        "PUT /services/{id}",
        host -> {
          String service = host.service("old", onPort(host.port(40_000)));
          String port = host.port(40_001);
          return () -> host.tryReplace(service, "new", onPort(port));
        });
  }

  @Test
  void get_of_a_service_needs_as_many_statements_among_500_as_among_1() {
    assertSameCount(
        "GET /services/{id}",
        host -> {
          String service = host.service("one", onPort(host.port(40_000)));
          return () -> client.get("/services/" + service);
        });
  }

  @Test
  void post_of_a_binding_needs_as_many_statements_among_500_services_as_among_1() {
    assertSameCount(
        "POST /bindings",
        host -> {
          String service = host.service("one");
          String port = host.port(40_000);
          return () -> host.tryBind(service, onPort(port));
        });
  }

  @Test
  void a_page_needs_as_many_statements_of_500_services_as_of_1() {
    assertSameCount(
        "GET /services?limit=50",
        host -> () -> client.get("/services?limit=50&host_id=" + host.id()));
  }

  @Test
  void a_list_without_a_limit_needs_as_many_statements_for_500_services_as_for_1() {
    assertSameCount(
        "GET /services?limit=0",
        host -> () -> client.get("/services?limit=0&host_id=" + host.id()));
  }

  @Test
  void get_of_a_host_needs_as_many_statements_with_500_services_as_with_1() {
    assertSameCount("GET /hosts/{id}", host -> () -> client.get("/hosts/" + host.id()));
  }

  @Test
  void delete_of_a_host_needs_as_many_statements_with_500_services_as_with_1() {
    assertSameCount("DELETE /hosts/{id}", host -> () -> client.delete("/hosts/" + host.id()));
  }

  @Test
  void bulk_delete_needs_as_many_statements_for_500_services_as_for_10() {
    TestHost host = network.host();
    List<String> services = BulkRows.services(host, 510);
    assertSameCount(
        "POST /services/bulk-delete",
        () -> client.post("/services/bulk-delete", services.subList(0, 10)),
        () -> client.post("/services/bulk-delete", services.subList(10, 510)));
  }

  @Test
  void a_page_of_30_hosts_needs_as_many_statements_as_one_of_1() {
    for (int i = 0; i < 30; i++) {
      BulkRows.services(network.host(), 2);
    }
    assertSameCount(
        "GET /hosts", () -> client.get("/hosts?limit=1"), () -> client.get("/hosts?limit=30"));
  }
}
