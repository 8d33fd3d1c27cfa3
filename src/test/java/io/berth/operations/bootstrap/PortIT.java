package io.berth.operations.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.berth.testing.BerthProcess;
import io.berth.testing.Database;
import io.berth.testing.PortPoller;
import io.berth.testing.PortPoller.Outcome;
import io.berth.testing.PortPoller.Poll;
import io.berth.testing.SharedBerth;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The port is open only while Berth answers, never while the server runs without Berth. */
class PortIT {
  private static final String KEY = "scp_u_0123456789abcdefghijklmnopqrstuv";
  private static final List<String> PATHS =
      List.of("/api/health", "/health/ready", "/api/v1/networks", "/nothing");
  private static final int TERMINATED = 143;

  /**
   * At least 8 s: longer than the server takes from a failed deployment to the end of its start.
   */
  private static final int POLLS_AFTER_THE_FAILURE = 400;

  private final Database database = SharedBerth.emptyDatabase();
  private final Path directory = SharedBerth.directory("berth-port");

  @AfterEach
  void end() {
    SharedBerth.remove(directory);
  }

  @Test
  void opens_when_Berth_answers_and_closes_before_Berth_stops() {
    try (BerthProcess berth = BerthProcess.launch(directory, database.environment(KEY));
        PortPoller poller = new PortPoller(berth.port(), PATHS)) {
      berth.ready();
      await().until(() -> answered(poller.polls()).size() > 5 * PATHS.size());
      List<Poll> started = poller.polls();
      assertThat(started.get(0).outcome()).isEqualTo(Outcome.REFUSED);
      assertThat(started).noneMatch(poll -> poll.outcome() == Outcome.CUT);
      assertThat(answered(started)).allSatisfy(PortIT::isOfOpenBerth);

      berth.terminate();
      assertThat(berth.exitCode()).isEqualTo(TERMINATED);
      await().atMost(Duration.ofSeconds(5)).until(() -> poller.last() == Outcome.REFUSED);
      List<Poll> all = poller.polls();
      assertThat(answered(all.subList(started.size(), all.size())))
          .allSatisfy(PortIT::isOfOpenOrClosingBerth);
      assertThat(berth.log()).doesNotContain("Exception");
    }
  }

  @Test
  void stays_closed_when_Berth_can_not_be_deployed() {
    Map<String, String> environment = new HashMap<>(database.environment(KEY));
    environment.put("BERTH_DB_POOL_WAIT_MS", "many");
    try (BerthProcess berth = BerthProcess.launch(directory, environment);
        PortPoller poller = new PortPoller(berth.port(), PATHS)) {
      await()
          .atMost(Duration.ofMinutes(4))
          .until(() -> berth.log().contains("javax.enterprise.system.core: "));
      int before = poller.polls().size();
      await()
          .atMost(Duration.ofMinutes(4))
          .until(() -> poller.polls().size() > before + POLLS_AFTER_THE_FAILURE);
      assertThat(berth.log()).doesNotContain("BERTH DOES NOT START");
      assertThat(poller.polls()).allMatch(poll -> poll.outcome() == Outcome.REFUSED);
    }
  }

  private static List<Poll> answered(List<Poll> polls) {
    return polls.stream().filter(poll -> poll.outcome() == Outcome.ANSWERED).toList();
  }

  private static void isOfOpenBerth(Poll poll) {
    int expected =
        switch (poll.path()) {
          case "/api/v1/networks" -> 401;
          case "/nothing" -> 404;
          default -> 200;
        };
    assertThat(poll.status()).as(poll.text()).isEqualTo(expected);
    assertThat(poll.header("Content-Type")).startsWith("application/json");
  }

  private static void isOfOpenOrClosingBerth(Poll poll) {
    if (poll.status() != 503) {
      isOfOpenBerth(poll);
    } else if (poll.path().startsWith("/health")) {
      assertThat(poll.text()).contains("\"name\":\"open\"", "\"status\":\"DOWN\"");
    } else {
      assertThat(poll.text()).contains("\"code\":\"unavailable\"");
      assertThat(poll.header("Retry-After")).isNotEmpty();
    }
  }
}
