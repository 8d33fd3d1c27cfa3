package io.berth.accounts.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.ApiClient;
import io.berth.testing.ApiResponse;
import io.berth.testing.Fixture;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sends every operation with an id that belongs to another tenant, or to a network that the key
 * can't access, in place of each of its ids: the response must be the same as for an unknown id.
 * None of these requests changes anything, so the tests share their fixtures.
 */
@TestInstance(Lifecycle.PER_CLASS)
class TenantIsolationIT {
  /** Entities that belong to the organization or the user and not to a network. */
  private static final Set<String> OUTSIDE_NETWORKS = Set.of("organization", "user", "tag", "key");

  private final Fixture own = Fixture.create();
  private final Fixture otherNetwork = Fixture.of(own.tenant());
  private final Fixture otherTenant = Fixture.create();
  private final ApiClient scoped = own.tenant().key("Admin", own.network());

  /** Status, body without the id, and header names: what must not differ. */
  private record ResponseSummary(int status, String body, Set<String> headers) {
    static ResponseSummary of(ApiResponse response, String id) {
      Set<String> names = new TreeSet<>(response.headers().map().keySet());
      names.remove("date");
      return new ResponseSummary(response.status(), response.text().replace(id, "ID"), names);
    }
  }

  static Stream<Arguments> references() {
    return references(template -> true, name -> true);
  }

  static Stream<Arguments> refusedReferences() {
    return references(RequestTemplate::refusesUnknownIds, name -> true);
  }

  static Stream<Arguments> referencesInANetwork() {
    return references(template -> true, name -> !OUTSIDE_NETWORKS.contains(name));
  }

  static Stream<Arguments> refusedReferencesInANetwork() {
    return references(RequestTemplate::refusesUnknownIds, name -> !OUTSIDE_NETWORKS.contains(name));
  }

  private static Stream<Arguments> references(
      Predicate<RequestTemplate> templates, Predicate<String> names) {
    return RequestTemplate.all()
        .filter(templates)
        .flatMap(o -> o.placeholders().stream().filter(names).map(name -> Arguments.of(o, name)));
  }

  private static void forEachReference(BiConsumer<RequestTemplate, String> use) {
    RequestTemplate.all().forEach(o -> o.placeholders().forEach(name -> use.accept(o, name)));
  }

  private ApiResponse send(ApiClient client, RequestTemplate template, String name, String id) {
    return template.send(
        client, own.fill(template.path(), name, id), own.fill(template.body(), name, id));
  }

  private ResponseSummary summarize(
      ApiClient client, RequestTemplate template, String name, String id) {
    return ResponseSummary.of(send(client, template, name, id), id);
  }

  @ParameterizedTest
  @MethodSource("references")
  void treats_an_id_of_another_tenant_as_unknown(RequestTemplate template, String name) {
    assertThat(summarize(own.owner(), template, name, otherTenant.id(name)))
        .isEqualTo(summarize(own.owner(), template, name, Fixture.unknown()));
  }

  @ParameterizedTest
  @MethodSource("refusedReferences")
  void refuses_an_id_of_another_tenant(RequestTemplate template, String name) {
    assertThat(send(own.owner(), template, name, otherTenant.id(name)).status())
        .isIn(400, 403, 404);
  }

  @ParameterizedTest
  @MethodSource("referencesInANetwork")
  void treats_an_id_outside_the_networks_of_the_key_as_unknown(
      RequestTemplate template, String name) {
    assertThat(summarize(scoped, template, name, otherNetwork.id(name)))
        .isEqualTo(summarize(scoped, template, name, Fixture.unknown()));
  }

  @ParameterizedTest
  @MethodSource("refusedReferencesInANetwork")
  void refuses_an_id_outside_the_networks_of_the_key(RequestTemplate template, String name) {
    assertThat(send(scoped, template, name, otherNetwork.id(name)).status()).isIn(400, 403, 404);
  }

  @Test
  void changes_nothing_of_another_tenant() {
    String before = otherTenant.everything();
    forEachReference((template, name) -> send(own.owner(), template, name, otherTenant.id(name)));
    assertThat(otherTenant.everything()).isEqualTo(before);
  }

  @Test
  void changes_nothing_outside_the_networks_of_the_key() {
    String before = otherNetwork.everything();
    forEachReference(
        (template, name) -> {
          if (!OUTSIDE_NETWORKS.contains(name)) {
            send(scoped, template, name, otherNetwork.id(name));
          }
        });
    assertThat(otherNetwork.everything()).isEqualTo(before);
  }
}
