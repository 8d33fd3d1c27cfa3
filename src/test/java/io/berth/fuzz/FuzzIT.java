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
 * Every operation, asked at random until the time is up: no answer is a 5xx or tells of the inside,
 * each is as the document says, and what is refused stores nothing.
 */
@Tag("fuzz")
class FuzzIT {
  private static final System.Logger LOG = System.getLogger(FuzzIT.class.getName());
  private static final Duration LENGTH =
      Duration.ofSeconds(Integer.getInteger("berth.fuzz.seconds", 40));
  private static final long SEED = Long.getLong("berth.fuzz.seed", 20_260_112);

  /** After so many requests, in a new estate: the old one is worn out. */
  private static final int ENOUGH = 150;

  private final Random random = new Random(SEED);
  private final FuzzedApi api = new FuzzedApi(SharedBerth.berth().client(""));
  private final List<FuzzedApi.Described> operations = api.operations();
  private final TreeMap<String, Integer> outcomes = new TreeMap<>();
  private final Set<String> succeeded = new HashSet<>();

  @Test
  void finds_nothing() {
    Instant end = Instant.now().plus(LENGTH);
    Instant last = end.plus(LENGTH);
    while (Instant.now().isBefore(end) || needsMore() && Instant.now().isBefore(last)) {
      wearOut(Fixture.create());
    }
    LOG.log(System.Logger.Level.INFO, "seed {0}: {1}", SEED, outcomes);
    assertThat(succeeded).containsAll(operations.stream().map(FuzzedApi.Described::name).toList());
  }

  /** On a slow machine it takes longer, up to twice the time, until each has succeeded once. */
  private boolean needsMore() {
    return succeeded.size() < operations.size();
  }

  private void wearOut(Fixture estate) {
    FuzzClient asker = new FuzzClient(api, random, estate);
    List<String> before = DatabaseDump.of(estate.tenant());
    for (int i = 0; i < ENOUGH; i++) {
      FuzzedApi.Described operation = any();
      FuzzClient.Asked asked = any(asker, operation);
      judge(asked);
      List<String> after = DatabaseDump.of(estate.tenant());
      if (asked.answer().status() == 200) {
        succeeded.add(operation.name());
      } else {
        assertThat(after).as("stored by %s", asked).isEqualTo(before);
      }
      before = after;
    }
  }

  /**
   * Any operation; what has not succeeded yet comes more often, and what deletes less, for it
   * leaves little to ask about.
   */
  private FuzzedApi.Described any() {
    FuzzedApi.Described operation = operations.get(random.nextInt(operations.size()));
    boolean needed = !succeeded.contains(operation.name());
    boolean deletes = operation.deletes();
    return needed || random.nextInt(deletes ? 6 : 2) == 0 ? operation : any();
  }

  private FuzzClient.Asked any(FuzzClient asker, FuzzedApi.Described operation) {
    return switch (random.nextInt(succeeded.contains(operation.name()) ? 4 : 2)) {
      case 0, 1 -> asker.well(operation);
      case 2 -> asker.badly(operation);
      default -> asker.absurdly(operation);
    };
  }

  private void judge(FuzzClient.Asked asked) {
    String text = asked.answer().text();
    outcomes.merge((asked.answer().status() + " " + codeOf(asked)).strip(), 1, Integer::sum);
    assertThat(asked.answer().status()).as("%s: %s", asked, text).isBetween(200, 499);
    if (!isRefusedByTheConnector(asked)) {
      assertThat(!isFailure(asked) || asked.answer().json().has("success"))
          .as("%s", asked)
          .isTrue();
    }
    assertThat(text)
        .as("%s", asked)
        .doesNotContainIgnoringCase("exception", "java.", "io.berth", "jdbc", "constraint ");
  }

  private static boolean isFailure(FuzzClient.Asked asked) {
    return asked.answer().status() != 200;
  }

  /** A path that is none reaches no application. */
  private static boolean isRefusedByTheConnector(FuzzClient.Asked asked) {
    return asked.answer().status() == 400
        && asked.answer().text().isEmpty()
        && asked.path().contains("%");
  }

  private static String codeOf(FuzzClient.Asked asked) {
    return isFailure(asked) && !isRefusedByTheConnector(asked) ? asked.answer().code() : "";
  }
}
