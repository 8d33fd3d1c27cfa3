package io.berth.inventory;

import static io.berth.testing.HostContents.iface;
import static io.berth.testing.HostContents.newId;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.testing.ApiClient;
import io.berth.testing.ApiResponse;
import io.berth.testing.JsonBody;
import io.berth.testing.TestNetwork;
import io.berth.testing.TestTenant;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that do not identify a host, such as loopback addresses, may be on several hosts. */
class NonIdentifyingAddressesIT {
  private static final String LOOPBACK = "00:00:00:00:00:00";

  private final TestNetwork network = TestTenant.create().network();
  private final ApiClient client = network.client();

  private ApiResponse create(String name, List<Map<String, Object>> interfaces) {
    return client.post("/hosts", JsonBody.with(network.hostBody(name), "interfaces", interfaces));
  }

  private static Map<String, Object> entry(String subnet, String address, String mac) {
    return JsonBody.of(
        "id", newId(), "subnet_id", subnet, "ip_address", address, "mac_address", mac);
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.0/8, 127.0.0.1",
    "::1/128, ::1",
    "fe80::/64, fe80::1",
    "169.254.0.0/16, 169.254.1.1",
    "172.17.0.0/16, 172.17.0.1"
  })
  void accepts_the_ip_address_on_two_hosts(String cidr, String address) {
    String subnet = network.subnet(cidr);
    for (String name : List.of("one", "two")) {
      create(name, List.of(entry(subnet, address, LOOPBACK))).data();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {LOOPBACK, "ff-ff-ff-ff-ff-ff"})
  void accepts_the_mac_address_twice_on_each_of_two_hosts(String mac) {
    for (String name : List.of("one", "two")) {
      create(
              name,
              List.of(
                  entry(network.subnet(), network.address(), mac),
                  entry(network.subnet(), network.address(), mac)))
          .data();
    }
  }

  @Test
  void put_accepts_the_addresses_of_another_host() {
    String subnet = network.subnet("127.0.0.0/8");
    create("one", List.of(entry(subnet, "127.0.0.1", LOOPBACK))).data();
    client
        .put(
            "/hosts/" + network.host().id(),
            JsonBody.with(
                network.hostBody("two"),
                "interfaces",
                List.of(entry(subnet, "127.0.0.1", LOOPBACK))))
        .data();
  }

  @Test
  void still_refuses_an_identifying_address_of_another_host() {
    create("one", List.of(iface(newId(), network, "10.0.9.1"))).data();
    create(
            "two",
            List.of(
                entry(network.subnet(), "10.0.9.2", LOOPBACK), iface(newId(), network, "10.0.9.1")))
        .refusedAt("interfaces[1].ip_address", 400, "validation_failed");
  }

  private JsonNode consolidate(String one, String other) {
    return client
        .send(
            "PUT",
            "/hosts/%s/consolidate/%s".formatted(one, other),
            BodyPublishers.noBody(),
            List.of())
        .data();
  }

  @Test
  void consolidation_does_not_merge_interfaces_by_such_a_mac_address() {
    String one = create("one", List.of(entry(network.subnet(), "10.0.9.1", LOOPBACK))).id();
    String other = create("two", List.of(entry(network.subnet(), "10.0.9.2", LOOPBACK))).id();
    assertThat(consolidate(one, other).get("interfaces").findValuesAsText("ip_address"))
        .containsExactly("10.0.9.1", "10.0.9.2");
  }

  @Test
  void consolidation_merges_interfaces_with_the_same_address_and_subnet() {
    String subnet = network.subnet("127.0.0.0/8");
    String one = create("one", List.of(entry(subnet, "127.0.0.1", LOOPBACK))).id();
    String other = create("two", List.of(entry(subnet, "127.0.0.1", LOOPBACK))).id();
    assertThat(consolidate(one, other).get("interfaces")).hasSize(1);
  }
}
