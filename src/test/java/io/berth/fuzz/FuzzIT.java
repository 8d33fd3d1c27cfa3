package io.berth.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.DatabaseDump;
import io.berth.testing.Fixture;
import io.berth.testing.SharedBerth;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Sends random requests to every operation until the time is over: no response is a 5xx or exposes
 * internals, each is as documented, and a refused request stores nothing.
 */
@Tag("fuzz")
class FuzzIT {
  private static final System.Logger LOG = System.getLogger(FuzzIT.class.getName());
  private static final Duration DURATION =
      Duration.ofSeconds(Integer.getInteger("berth.fuzz.seconds", 40));
  private static final long SEED = Long.getLong("berth.fuzz.seed", 20_260_112);

  /**
   * After this number of requests a new fixture is created, because most entities of the old one
   * are deleted.
   */
  private static final int REQUESTS_PER_FIXTURE = 150;

  private final Random random = new Random(SEED);
  private final FuzzedApi api = new FuzzedApi(SharedBerth.berth().client(""));
  private final List<FuzzedApi.OperationSpec> operations = api.operations();
  private final TreeMap<String, Integer> outcomes = new TreeMap<>();
  private final Set<String> succeeded = new HashSet<>();

  @Test
  void returns_only_documented_responses() {
    Instant end = Instant.now().plus(DURATION);
    Instant latest = end.plus(DURATION);
    while (Instant.now().isBefore(end) || isIncomplete() && Instant.now().isBefore(latest)) {
      fuzz(Fixture.create());
    }
    LOG.log(System.Logger.Level.INFO, "seed {0}: {1}", SEED, outcomes);
    assertThat(succeeded)
        .containsAll(operations.stream().map(FuzzedApi.OperationSpec::name).toList());
  }

  /** A slow machine gets up to twice the time, until each operation has succeeded once. */
  private boolean isIncomplete() {
    return succeeded.size() < operations.size();
  }

  private void fuzz(Fixture fixture) {
    FuzzClient client = new FuzzClient(api, random, fixture);
    List<String> before = DatabaseDump.of(fixture.tenant());
    for (int i = 0; i < REQUESTS_PER_FIXTURE; i++) {
      FuzzedApi.OperationSpec operation = nextOperation();
      FuzzClient.Exchange exchange = send(client, operation);
      check(exchange);
      List<String> after = DatabaseDump.of(fixture.tenant());
      if (exchange.response().status() == 200) {
        succeeded.add(operation.name());
      } else {
        assertThat(after).as("stored by %s", exchange).isEqualTo(before);
      }
      before = after;
    }
  }

  /**
   * A random operation. Those that have not succeeded yet are chosen more often, and deletions less
   * often, because few entities remain after them.
   */
  private FuzzedApi.OperationSpec nextOperation() {
    FuzzedApi.OperationSpec operation = operations.get(random.nextInt(operations.size()));
    boolean unreached = !succeeded.contains(operation.name());
    boolean deletes = operation.deletes();
    return unreached || random.nextInt(deletes ? 6 : 2) == 0 ? operation : nextOperation();
  }

  private FuzzClient.Exchange send(FuzzClient client, FuzzedApi.OperationSpec operation) {
    return switch (random.nextInt(succeeded.contains(operation.name()) ? 4 : 2)) {
      case 0, 1 -> client.sendValid(operation);
      case 2 -> client.sendInvalid(operation);
      default -> client.sendMalformed(operation);
    };
  }

  private void check(FuzzClient.Exchange exchange) {
    String text = exchange.response().text();
    outcomes.merge(
        (exchange.response().status() + " " + codeOf(exchange)).strip(), 1, Integer::sum);
    assertThat(exchange.response().status()).as("%s: %s", exchange, text).isBetween(200, 499);
    if (!isRefusedByTheConnector(exchange)) {
      assertThat(!isFailure(exchange) || exchange.response().json().has("success"))
          .as("%s", exchange)
          .isTrue();
    }
    assertThat(text)
        .as("%s", exchange)
        .doesNotContainIgnoringCase("exception", "java.", "io.berth", "jdbc", "constraint ");
  }

  private static boolean isFailure(FuzzClient.Exchange exchange) {
    return exchange.response().status() != 200;
  }

  /** A malformed path is refused by the HTTP connector, before any application. */
  private static boolean isRefusedByTheConnector(FuzzClient.Exchange exchange) {
    return exchange.response().status() == 400
        && exchange.response().text().isEmpty()
        && exchange.path().contains("%");
  }

  private static String codeOf(FuzzClient.Exchange exchange) {
    return isFailure(exchange) && !isRefusedByTheConnector(exchange)
        ? exchange.response().code()
        : "";
  }
}
