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

/** The number of SQL statements of a call does not depend on how much there is. */
class StatementCountsIT {
  private static final System.Logger LOG = System.getLogger(StatementCountsIT.class.getName());

  private final TestTenant tenant = TestTenant.create();
  private final TestNetwork network = tenant.network();
  private final ApiClient client = network.client();

  @AfterEach
  void leave() {
    client.delete("/networks/" + network.id()).data();
  }

  /** Counts the same call on a host with one service and on one with 500. */
  private void isTheSame(String what, Function<TestHost, Supplier<ApiResponse>> call) {
    TestHost small = network.host("small");
    BulkRows.services(small, 1);
    TestHost big = network.host("big");
    BulkRows.services(big, 500);
    isTheSame(what, call.apply(small), call.apply(big));
  }

  private static void isTheSame(
      String what, Supplier<ApiResponse> few, Supplier<ApiResponse> many) {
    long one = count(few);
    long all = count(many);
    LOG.log(System.Logger.Level.INFO, "SQL statements of {0}: {1} and {2}", what, one, all);
    assertThat(all).isEqualTo(one);
  }

  private static long count(Supplier<ApiResponse> call) {
    return StatementCounter.of(() -> call.get().data());
  }

  @Test
  void a_service_with_two_bindings_is_made_among_1_and_among_500() {
    isTheSame(
        "POST /services",
        host -> {
          String port = host.port(40_000);
          String iface = host.iface();
          String other = host.iface();
          return () -> host.tryService("new", onPort(port, iface), onInterface(other));
        });
  }

  @Test
  void a_service_is_changed_among_1_and_among_500() {
    isTheSame(
        "PUT /services/{id}",
        host -> {
          String service = host.service("old", onPort(host.port(40_000)));
          String port = host.port(40_001);
          return () -> host.tryReplace(service, "new", onPort(port));
        });
  }

  @Test
  void a_service_is_read_among_1_and_among_500() {
    isTheSame(
        "GET /services/{id}",
        host -> {
          String service = host.service("one", onPort(host.port(40_000)));
          return () -> client.get("/services/" + service);
        });
  }

  @Test
  void a_binding_is_added_among_1_and_among_500() {
    isTheSame(
        "POST /bindings",
        host -> {
          String service = host.service("one");
          String port = host.port(40_000);
          return () -> host.tryBind(service, onPort(port));
        });
  }

  @Test
  void a_page_of_services_is_read_of_1_and_of_500() {
    isTheSame(
        "GET /services?limit=50",
        host -> () -> client.get("/services?limit=50&host_id=" + host.id()));
  }

  @Test
  void all_services_are_read_of_1_and_of_500() {
    isTheSame(
        "GET /services?limit=0",
        host -> () -> client.get("/services?limit=0&host_id=" + host.id()));
  }

  @Test
  void a_host_is_read_with_1_service_and_with_500() {
    isTheSame("GET /hosts/{id}", host -> () -> client.get("/hosts/" + host.id()));
  }

  @Test
  void a_host_is_deleted_with_1_service_and_with_500() {
    isTheSame("DELETE /hosts/{id}", host -> () -> client.delete("/hosts/" + host.id()));
  }

  @Test
  void ten_services_are_deleted_as_500_are() {
    TestHost host = network.host();
    List<String> services = BulkRows.services(host, 510);
    isTheSame(
        "POST /services/bulk-delete",
        () -> client.post("/services/bulk-delete", services.subList(0, 10)),
        () -> client.post("/services/bulk-delete", services.subList(10, 510)));
  }

  @Test
  void a_page_of_1_host_is_read_as_one_of_30_is() {
    for (int i = 0; i < 30; i++) {
      BulkRows.services(network.host(), 2);
    }
    isTheSame(
        "GET /hosts", () -> client.get("/hosts?limit=1"), () -> client.get("/hosts?limit=30"));
  }
}
