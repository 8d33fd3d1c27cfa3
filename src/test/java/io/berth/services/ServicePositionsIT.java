package io.berth.services;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.ApiResponse;
import io.berth.testing.BodyVariant;
import io.berth.testing.TestHost;
import io.berth.testing.TestNetwork;
import io.berth.testing.TestTenant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The position of a service among those of its host. */
class ServicePositionsIT {
  private final TestNetwork network = TestTenant.create().network();
  private final TestHost host = network.host();

  private int position(String service) {
    return host.read(service).get("position").intValue();
  }

  private ApiResponse put(String service, Object position) {
    return network
        .client()
        .put(
            "/services/" + service,
            BodyVariant.with(host.serviceBody("web"), "position", position));
  }

  private void delete(String service) {
    network.client().delete("/services/" + service).data();
  }

  @Test
  void numbers_services_from_0() {
    host.service("a");
    host.service("b");
    assertThat(position(host.service("c"))).isEqualTo(2);
  }

  @Test
  void numbers_services_of_each_host_separately() {
    network.host("other").service("a");
    assertThat(position(host.service("a"))).isZero();
  }

  @Test
  void does_not_fill_a_gap() {
    host.service("a");
    String middle = host.service("b");
    host.service("c");
    delete(middle);
    assertThat(position(host.service("d"))).isEqualTo(3);
  }

  @Test
  void continues_after_the_highest_remaining_position() {
    host.service("a");
    delete(host.service("b"));
    assertThat(position(host.service("c"))).isEqualTo(1);
  }

  @Test
  void restarts_at_0_on_an_empty_host() {
    delete(host.service("a"));
    assertThat(position(host.service("b"))).isZero();
  }

  @Test
  void put_sets_the_position() {
    String service = host.service("a");
    put(service, 7).data();
    assertThat(position(service)).isEqualTo(7);
  }

  @Test
  void continues_after_a_position_that_was_set() {
    put(host.service("a"), 7).data();
    assertThat(position(host.service("b"))).isEqualTo(8);
  }

  @Test
  void put_without_a_position_keeps_it() {
    host.service("a");
    String service = host.service("b");
    host.tryReplace(service, "c").data();
    assertThat(position(service)).isEqualTo(1);
  }

  @Test
  void appends_a_moved_service() {
    TestHost other = network.host("other");
    other.service("a");
    other.service("b");
    String service = host.service("c");
    other.tryReplace(service, "c").data();
    assertThat(position(service)).isEqualTo(2);
  }

  @Test
  void assigns_0_to_a_service_that_moves_to_an_empty_host() {
    host.service("a");
    String service = host.service("b");
    network.host("other").tryReplace(service, "b").data();
    assertThat(position(service)).isZero();
  }

  @Test
  void moves_a_service_to_a_sent_position() {
    String service = host.service("a");
    var body = BodyVariant.with(network.host("other").serviceBody("a"), "position", 5);
    network.client().put("/services/" + service, body).data();
    assertThat(position(service)).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, Integer.MIN_VALUE})
  void refuses_a_negative_position(int position) {
    ApiResponse response = put(host.service("a"), position).refused(400, "validation_failed");
    assertThat(response.json().at("/params/violations/0/path").asText()).isEqualTo("position");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "\"1\"", "2147483648", "true", "[]", "1e400", "4294967376"})
  void refuses_a_position_that_is_no_32_bit_integer(String position) {
    String service = host.service("a");
    String body =
        """
        {"host_id":"%s","network_id":"%s","name":"a","service_definition":"d","position":%s}
        """
            .formatted(host.id(), network.id(), position);
    assertThat(network.client().put("/services/" + service, body).status()).isEqualTo(400);
  }

  @Test
  void accepts_a_service_after_the_highest_possible_position() {
    put(host.service("a"), Integer.MAX_VALUE).data();
    assertThat(position(host.service("b"))).isEqualTo(Integer.MAX_VALUE);
  }
}
