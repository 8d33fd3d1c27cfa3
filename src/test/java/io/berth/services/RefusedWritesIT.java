package io.berth.services;

import static io.berth.testing.TestHost.onInterface;
import static io.berth.testing.TestHost.onPort;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.ApiResponse;
import io.berth.testing.BodyVariant;
import io.berth.testing.DatabaseDump;
import io.berth.testing.TestHost;
import io.berth.testing.TestNetwork;
import io.berth.testing.TestTenant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A refused write stores nothing, for each operation and each reason. */
class RefusedWritesIT {
  private static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";

  private final TestTenant tenant = TestTenant.create();
  private final TestNetwork network = tenant.network();
  private final TestHost host = network.host();
  private final String freePort = host.port(80);
  private final String claimedPort = host.port(443);
  private final String iface = host.iface();
  private final String owner = host.service("owner", onPort(claimedPort));
  private final String web = host.service("web", onPort(freePort, iface));
  private final String binding = host.bindingsOf(web).get(0);

  private String foreignPort() {
    return network.host("other").port(80);
  }

  private ApiResponse post(Map<String, Object> body) {
    return network.client().post("/services", body);
  }

  private ApiResponse put(Map<String, Object> body) {
    return network.client().put("/services/" + web, body);
  }

  private ApiResponse postBinding(Map<String, Object> wanted) {
    return host.tryBind(web, wanted);
  }

  private ApiResponse putBinding(Map<String, Object> wanted) {
    return network.client().put("/bindings/" + binding, host.bindingBody(web, wanted));
  }

  /**
   * A request body that must be refused, built from the test's entities; each is sent as a POST and
   * as a PUT.
   */
  private static Arguments body(
      String name, int status, String code, Function<RefusedWritesIT, Map<String, Object>> body) {
    return Arguments.of(name, status, code, body);
  }

  static Stream<Arguments> bodies() {
    return Stream.concat(shapes(), rules());
  }

  private static Stream<Arguments> shapes() {
    return Stream.of(
        body("no name", 400, "missing_field", s -> BodyVariant.without(s.plain(), "name")),
        body("no host", 400, "missing_field", s -> BodyVariant.without(s.plain(), "host_id")),
        body("number as name", 400, "invalid_value", s -> BodyVariant.with(s.plain(), "name", 5)),
        body("long name", 400, "validation_failed", s -> s.with("name", "n".repeat(101))),
        body("no definition", 400, "validation_failed", s -> s.with("service_definition", "")),
        body("unknown host", 400, "unknown_reference", s -> s.with("host_id", UNKNOWN)),
        body("unknown network", 403, "entity_access_denied", s -> s.with("network_id", UNKNOWN)),
        body(
            "another network",
            400,
            "entity_network_mismatch",
            s -> s.with("network_id", s.tenant.network().id())),
        body("unknown tag", 400, "unknown_reference", s -> s.with("tags", List.of(UNKNOWN))),
        body(
            "known and unknown tag",
            400,
            "unknown_reference",
            s -> s.with("tags", List.of(s.tenant.tag("a"), UNKNOWN))),
        body(
            "unknown virtualization",
            400,
            "invalid_value",
            s -> s.with("virtualization", Map.of("type", "Xen"))));
  }

  private static Stream<Arguments> rules() {
    return Stream.of(
        body(
            "conflict",
            400,
            "binding_conflict",
            s -> s.withBindings(onInterface(s.iface), onPort(s.freePort, s.iface))),
        body(
            "conflict with all",
            400,
            "binding_conflict",
            s -> s.withBindings(onPort(s.freePort), onInterface(s.iface))),
        body(
            "foreign port",
            400,
            "binding_wrong_host",
            s -> s.withBindings(onPort(s.foreignPort()))),
        body(
            "unknown interface",
            400,
            "binding_wrong_host",
            s -> s.withBindings(onInterface(UNKNOWN))),
        body(
            "good and claimed port",
            400,
            "port_claimed",
            s -> s.withBindings(onPort(s.host.port(81)), onPort(s.claimedPort))),
        body(
            "claimed port on one",
            400,
            "port_claimed",
            s -> s.withBindings(onPort(s.claimedPort, s.iface))),
        body(
            "id of another service's binding",
            409,
            "id_taken",
            s ->
                s.withBindings(
                    onPort(s.host.port(81)),
                    BodyVariant.with(
                        onPort(s.host.port(82)), "id", s.host.bindingsOf(s.owner).get(0)))));
  }

  private Map<String, Object> plain() {
    return host.serviceBody("new");
  }

  private Map<String, Object> with(String member, Object value) {
    return BodyVariant.with(plain(), member, value);
  }

  private Map<String, Object> withBindings(Object... bindings) {
    return host.serviceBody("new", bindings);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bodies")
  void refused_post_of_a_service_stores_nothing(
      String name, int status, String code, Function<RefusedWritesIT, Map<String, Object>> body) {
    assertNothingStored(status, code, body.apply(this), this::post);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bodies")
  void refused_put_of_a_service_changes_nothing(
      String name, int status, String code, Function<RefusedWritesIT, Map<String, Object>> body) {
    assertNothingStored(status, code, body.apply(this), this::put);
  }

  static Stream<Arguments> bindings() {
    return Stream.of(
        body("conflict", 409, "binding_conflict", s -> s.conflicting()),
        body("foreign port", 400, "binding_wrong_host", s -> onPort(s.foreignPort())),
        body("unknown port", 400, "binding_wrong_host", s -> onPort(UNKNOWN)),
        body("unknown interface", 400, "binding_wrong_host", s -> onPort(s.freePort, UNKNOWN)),
        body("claimed port", 409, "port_claimed", s -> onPort(s.claimedPort)),
        body("claimed port on one", 409, "port_claimed", s -> onPort(s.claimedPort, s.iface)),
        body("port on all, claimed on one", 409, "port_claimed", s -> s.claimedElsewhere()),
        body("no port", 400, "missing_field", s -> Map.of("type", "Port")),
        body("unknown type", 400, "invalid_value", s -> Map.of("type", "Socket")));
  }

  /** A binding that conflicts with the second binding of the service. */
  private Map<String, Object> conflicting() {
    String other = host.iface();
    host.bind(web, onInterface(other));
    return onPort(freePort, other);
  }

  private Map<String, Object> claimedElsewhere() {
    host.bind(owner, onPort(freePort, host.iface()));
    return onPort(freePort);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bindings")
  void refused_post_of_a_binding_stores_nothing(
      String name, int status, String code, Function<RefusedWritesIT, Map<String, Object>> wanted) {
    assertNothingStored(status, code, wanted.apply(this), this::postBinding);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bindings")
  void refused_put_of_a_binding_changes_nothing(
      String name, int status, String code, Function<RefusedWritesIT, Map<String, Object>> wanted) {
    assertNothingStored(status, code, wanted.apply(this), this::putBinding);
  }

  static Stream<Arguments> calls() {
    return Stream.of(
        Arguments.of("/services/bulk-delete", List.of(), 400),
        Arguments.of("/services/bulk-delete", List.of(UNKNOWN, "x"), 400),
        Arguments.of("/services/bulk-delete", List.of(UNKNOWN), 200),
        Arguments.of("/bindings/bulk-delete", List.of(), 400),
        Arguments.of("/bindings/bulk-delete", List.of(UUID.randomUUID().toString()), 200),
        Arguments.of("/services", List.of(5), 400),
        Arguments.of("/bindings", List.of(), 400),
        Arguments.of("/services", Map.of(), 400),
        Arguments.of("/bindings", Map.of(), 400));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void request_without_existing_entities_changes_nothing(String path, Object body, int status) {
    var before = DatabaseDump.ofAllTables();
    assertThat(network.client().post(path, body).status()).isEqualTo(status);
    assertThat(DatabaseDump.ofAllTables()).isEqualTo(before);
  }

  private static void assertNothingStored(
      int status,
      String code,
      Map<String, Object> body,
      Function<Map<String, Object>, ApiResponse> call) {
    var before = DatabaseDump.ofAllTables();
    call.apply(body).refused(status, code);
    assertThat(DatabaseDump.ofAllTables()).isEqualTo(before);
  }
}
