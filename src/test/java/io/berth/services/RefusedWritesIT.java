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

/** A call that is refused stores nothing at all, on whichever way and for whichever reason. */
class RefusedWritesIT {
  private static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";

  private final TestTenant tenant = TestTenant.create();
  private final TestNetwork network = tenant.network();
  private final TestHost host = network.host();
  private final String free = host.port(80);
  private final String claimed = host.port(443);
  private final String iface = host.iface();
  private final String owner = host.service("owner", onPort(claimed));
  private final String web = host.service("web", onPort(free, iface));
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

  private ApiResponse bind(Map<String, Object> wanted) {
    return host.tryBind(web, wanted);
  }

  private ApiResponse rebind(Map<String, Object> wanted) {
    return network.client().put("/bindings/" + binding, host.lone(web, wanted));
  }

  /** A service that is refused, made of a scene; each is tried as a new one and as a change. */
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
            s -> s.bound(onInterface(s.iface), onPort(s.free, s.iface))),
        body(
            "conflict with all",
            400,
            "binding_conflict",
            s -> s.bound(onPort(s.free), onInterface(s.iface))),
        body("foreign port", 400, "binding_wrong_host", s -> s.bound(onPort(s.foreignPort()))),
        body("unknown interface", 400, "binding_wrong_host", s -> s.bound(onInterface(UNKNOWN))),
        body(
            "good and claimed port",
            400,
            "port_claimed",
            s -> s.bound(onPort(s.host.port(81)), onPort(s.claimed))),
        body("claimed port on one", 400, "port_claimed", s -> s.bound(onPort(s.claimed, s.iface))),
        body(
            "id of another service's binding",
            409,
            "id_taken",
            s ->
                s.bound(
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

  private Map<String, Object> bound(Object... bindings) {
    return host.serviceBody("new", bindings);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bodies")
  void a_new_service_that_is_refused_stores_nothing(
      String name, int status, String code, Function<RefusedWritesIT, Map<String, Object>> body) {
    storesNothing(status, code, body.apply(this), this::post);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bodies")
  void a_change_of_a_service_that_is_refused_changes_nothing(
      String name, int status, String code, Function<RefusedWritesIT, Map<String, Object>> body) {
    storesNothing(status, code, body.apply(this), this::put);
  }

  static Stream<Arguments> bindings() {
    return Stream.of(
        body("conflict", 409, "binding_conflict", s -> s.conflicting()),
        body("foreign port", 400, "binding_wrong_host", s -> onPort(s.foreignPort())),
        body("unknown port", 400, "binding_wrong_host", s -> onPort(UNKNOWN)),
        body("unknown interface", 400, "binding_wrong_host", s -> onPort(s.free, UNKNOWN)),
        body("claimed port", 409, "port_claimed", s -> onPort(s.claimed)),
        body("claimed port on one", 409, "port_claimed", s -> onPort(s.claimed, s.iface)),
        body("port on all, claimed on one", 409, "port_claimed", s -> s.claimedElsewhere()),
        body("no port", 400, "missing_field", s -> Map.of("type", "Port")),
        body("unknown type", 400, "invalid_value", s -> Map.of("type", "Socket")));
  }

  /** A binding that conflicts with one of the service that is not the first. */
  private Map<String, Object> conflicting() {
    String other = host.iface();
    host.bind(web, onInterface(other));
    return onPort(free, other);
  }

  private Map<String, Object> claimedElsewhere() {
    host.bind(owner, onPort(free, host.iface()));
    return onPort(free);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bindings")
  void a_binding_that_is_refused_stores_nothing(
      String name, int status, String code, Function<RefusedWritesIT, Map<String, Object>> wanted) {
    storesNothing(status, code, wanted.apply(this), this::bind);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bindings")
  void a_change_of_a_binding_that_is_refused_changes_nothing(
      String name, int status, String code, Function<RefusedWritesIT, Map<String, Object>> wanted) {
    storesNothing(status, code, wanted.apply(this), this::rebind);
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
  void a_call_about_nothing_changes_nothing(String path, Object body, int status) {
    var before = DatabaseDump.taken();
    assertThat(network.client().post(path, body).status()).isEqualTo(status);
    assertThat(DatabaseDump.taken()).isEqualTo(before);
  }

  private static void storesNothing(
      int status,
      String code,
      Map<String, Object> body,
      Function<Map<String, Object>, ApiResponse> call) {
    var before = DatabaseDump.taken();
    call.apply(body).refused(status, code);
    assertThat(DatabaseDump.taken()).isEqualTo(before);
  }
}
