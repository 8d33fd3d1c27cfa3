package io.berth.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.Answer;
import io.berth.testing.Client;
import io.berth.testing.Estate;
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

  private final Estate own = Estate.found();
  private final Estate neighbour = Estate.of(own.tenant());
  private final Estate foreign = Estate.found();
  private final Client scoped = own.tenant().key("Admin", own.network());

  /** Status, body and the names of the headers, without the id. */
  private record Seen(int status, String body, Set<String> headers) {
    static Seen of(Answer answer, String id) {
      Set<String> names = new TreeSet<>(answer.headers().map().keySet());
      names.remove("date");
      return new Seen(answer.status(), answer.text().replace(id, "ID"), names);
    }
  }

  static Stream<Arguments> references() {
    return references(attempt -> true, name -> true);
  }

  static Stream<Arguments> refusedReferences() {
    return references(Attempt::refusesUnknownIds, name -> true);
  }

  static Stream<Arguments> referencesInANetwork() {
    return references(attempt -> true, name -> !EVERYWHERE.contains(name));
  }

  static Stream<Arguments> refusedReferencesInANetwork() {
    return references(Attempt::refusesUnknownIds, name -> !EVERYWHERE.contains(name));
  }

  private static Stream<Arguments> references(
      Predicate<Attempt> attempts, Predicate<String> names) {
    return Attempt.all()
        .filter(attempts)
        .flatMap(o -> o.named().stream().filter(names).map(name -> Arguments.of(o, name)));
  }

  private static void everyReference(BiConsumer<Attempt, String> use) {
    Attempt.all().forEach(o -> o.named().forEach(name -> use.accept(o, name)));
  }

  private Answer ask(Client client, Attempt attempt, String name, String id) {
    return attempt.send(
        client, own.fill(attempt.path(), name, id), own.fill(attempt.body(), name, id));
  }

  private Seen see(Client client, Attempt attempt, String name, String id) {
    return Seen.of(ask(client, attempt, name, id), id);
  }

  @ParameterizedTest
  @MethodSource("references")
  void tells_a_foreign_id_as_an_unknown_one(Attempt attempt, String name) {
    assertThat(see(own.owner(), attempt, name, foreign.id(name)))
        .isEqualTo(see(own.owner(), attempt, name, Estate.unknown()));
  }

  @ParameterizedTest
  @MethodSource("refusedReferences")
  void refuses_a_foreign_id(Attempt attempt, String name) {
    assertThat(ask(own.owner(), attempt, name, foreign.id(name)).status()).isIn(400, 403, 404);
  }

  @ParameterizedTest
  @MethodSource("referencesInANetwork")
  void tells_an_id_outside_the_keys_networks_as_an_unknown_one(Attempt attempt, String name) {
    assertThat(see(scoped, attempt, name, neighbour.id(name)))
        .isEqualTo(see(scoped, attempt, name, Estate.unknown()));
  }

  @ParameterizedTest
  @MethodSource("refusedReferencesInANetwork")
  void refuses_an_id_outside_the_keys_networks(Attempt attempt, String name) {
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
