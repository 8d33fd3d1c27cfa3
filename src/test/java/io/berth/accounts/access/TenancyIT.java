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
 * Every operation, with each id that it names taken from somebody else: it is told as an id that
 * nothing has. None of these requests changes anything, so the tests share their estates.
 */
@TestInstance(Lifecycle.PER_CLASS)
class TenancyIT {
  /** What belongs to the organization or the user, not to a network. */
  private static final Set<String> EVERYWHERE = Set.of("organization", "user", "tag", "key");

  private final Fixture own = Fixture.create();
  private final Fixture neighbour = Fixture.of(own.tenant());
  private final Fixture foreign = Fixture.create();
  private final ApiClient scoped = own.tenant().key("Admin", own.network());

  /** Status, body and the names of the headers, without the id. */
  private record Seen(int status, String body, Set<String> headers) {
    static Seen of(ApiResponse answer, String id) {
      Set<String> names = new TreeSet<>(answer.headers().map().keySet());
      names.remove("date");
      return new Seen(answer.status(), answer.text().replace(id, "ID"), names);
    }
  }

  static Stream<Arguments> references() {
    return references(attempt -> true, name -> true);
  }

  static Stream<Arguments> refusedReferences() {
    return references(RequestTemplate::refusesUnknownIds, name -> true);
  }

  static Stream<Arguments> referencesInANetwork() {
    return references(attempt -> true, name -> !EVERYWHERE.contains(name));
  }

  static Stream<Arguments> refusedReferencesInANetwork() {
    return references(RequestTemplate::refusesUnknownIds, name -> !EVERYWHERE.contains(name));
  }

  private static Stream<Arguments> references(
      Predicate<RequestTemplate> attempts, Predicate<String> names) {
    return RequestTemplate.all()
        .filter(attempts)
        .flatMap(o -> o.named().stream().filter(names).map(name -> Arguments.of(o, name)));
  }

  private static void everyReference(BiConsumer<RequestTemplate, String> use) {
    RequestTemplate.all().forEach(o -> o.named().forEach(name -> use.accept(o, name)));
  }

  private ApiResponse ask(ApiClient client, RequestTemplate attempt, String name, String id) {
    return attempt.send(
        client, own.fill(attempt.path(), name, id), own.fill(attempt.body(), name, id));
  }

  private Seen see(ApiClient client, RequestTemplate attempt, String name, String id) {
    return Seen.of(ask(client, attempt, name, id), id);
  }

  @ParameterizedTest
  @MethodSource("references")
  void tells_a_foreign_id_as_an_unknown_one(RequestTemplate attempt, String name) {
    assertThat(see(own.owner(), attempt, name, foreign.id(name)))
        .isEqualTo(see(own.owner(), attempt, name, Fixture.unknown()));
  }

  @ParameterizedTest
  @MethodSource("refusedReferences")
  void refuses_a_foreign_id(RequestTemplate attempt, String name) {
    assertThat(ask(own.owner(), attempt, name, foreign.id(name)).status()).isIn(400, 403, 404);
  }

  @ParameterizedTest
  @MethodSource("referencesInANetwork")
  void tells_an_id_outside_the_keys_networks_as_an_unknown_one(
      RequestTemplate attempt, String name) {
    assertThat(see(scoped, attempt, name, neighbour.id(name)))
        .isEqualTo(see(scoped, attempt, name, Fixture.unknown()));
  }

  @ParameterizedTest
  @MethodSource("refusedReferencesInANetwork")
  void refuses_an_id_outside_the_keys_networks(RequestTemplate attempt, String name) {
    assertThat(ask(scoped, attempt, name, neighbour.id(name)).status()).isIn(400, 403, 404);
  }

  @Test
  void changes_nothing_of_a_foreign_estate() {
    String before = foreign.everything();
    everyReference((attempt, name) -> ask(own.owner(), attempt, name, foreign.id(name)));
    assertThat(foreign.everything()).isEqualTo(before);
  }

  @Test
  void changes_nothing_outside_the_keys_networks() {
    String before = neighbour.everything();
    everyReference(
        (attempt, name) -> {
          if (!EVERYWHERE.contains(name)) {
            ask(scoped, attempt, name, neighbour.id(name));
          }
        });
    assertThat(neighbour.everything()).isEqualTo(before);
  }
}
