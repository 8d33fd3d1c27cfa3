package io.berth.services;

import static io.berth.testing.TestHost.onPort;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.berth.testing.ApiClient;
import io.berth.testing.BerthProcess;
import io.berth.testing.Concurrently;
import io.berth.testing.RuleChecker;
import io.berth.testing.SharedBerth;
import io.berth.testing.Sql;
import io.berth.testing.StressWriters;
import io.berth.testing.TestHost;
import io.berth.testing.TestNetwork;
import io.berth.testing.TestTenant;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A stress test with concurrent writers on two nodes and one database, one node being killed. */
@Tag("stress")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StressIT {
  private static final System.Logger LOG = System.getLogger(StressIT.class.getName());
  private static final int WRITERS = 32;
  private static final int WRITES = Integer.getInteger("berth.stress.writes", 1500);
  private static final long SEED = Long.getLong("berth.stress.seed", 20_260_112);
  private static final List<String> EXPECTED_STATUSES = List.of("200", "400", "404", "409");

  private final Path directory = SharedBerth.directory("berth-second-node");
  private BerthProcess second;
  private TestNetwork network;
  private List<TestHost> hosts = List.of();

  private BerthProcess start() {
    return BerthProcess.start(directory, SharedBerth.database().environment(SharedBerth.FIRST_KEY));
  }

  @BeforeAll
  void start_a_second_node() {
    network = TestTenant.create().network();
    second = start();
  }

  @AfterEach
  void delete_the_hosts() {
    hosts.forEach(host -> network.client().delete("/hosts/" + host.id()).data());
    hosts = List.of();
  }

  @AfterAll
  void stop_the_second_node() {
    second.close();
    SharedBerth.remove(directory);
  }

  private List<ApiClient> nodes() {
    return List.of(network.client(), network.client().at(second));
  }

  private List<TestHost> hosts(String... names) {
    hosts = List.of(names).stream().map(network::host).toList();
    return hosts;
  }

  private List<String> findings(Map<String, Integer> outcomes) {
    LOG.log(System.Logger.Level.INFO, "{0} writes by {1}: {2}", WRITES, WRITERS, outcomes);
    List<String> findings = new ArrayList<>(RuleChecker.findings());
    findings.addAll(RuleChecker.repeatedPositions(hosts));
    outcomes.keySet().stream()
        .filter(outcome -> !EXPECTED_STATUSES.contains(outcome.substring(0, 3)))
        .forEach(findings::add);
    return findings;
  }

  @Test
  void keeps_every_rule_under_concurrent_writes_to_two_nodes() {
    StressWriters writers = new StressWriters(hosts("a", "b", "c", "d"), 6, 3);
    assertThat(findings(writers.run(WRITERS, WRITES, SEED, nodes()))).isEmpty();
  }

  @Test
  void loses_no_confirmed_write_and_keeps_no_partial_one_after_a_kill() {
    TestHost createdOn = hosts("a", "b", "c", "d", "e").get(4);
    StressWriters writers = new StressWriters(hosts.subList(0, 4), 6, 3);
    List<ApiClient> nodes = nodes();
    CompletableFuture<Map<String, Integer>> running =
        CompletableFuture.supplyAsync(() -> writers.run(WRITERS, WRITES, SEED + 1, nodes));
    Creator creator = new Creator(createdOn.through(nodes.get(1)));
    CompletableFuture<List<Boolean>> creating =
        CompletableFuture.supplyAsync(
            () -> Concurrently.together(4, Collections.nCopies(4, creator::createUntilNoResponse)));
    await()
        .atMost(Duration.ofMinutes(5))
        .until(() -> writers.completedWrites() > WRITES / 5 && creator.confirmed.size() > 20);
    second.kill();
    Map<String, Integer> outcomes = running.join();
    assertThat(creating.join()).hasSize(4);
    second = start();
    assertThat(outcomes.remove(StressWriters.NO_RESPONSE)).isEqualTo(WRITERS / 2);
    assertThat(outcomes.values().stream().mapToInt(Integer::intValue).sum())
        .isGreaterThan(WRITES / 2);
    assertThat(bindingCountsOn(createdOn))
        .containsAll(creator.confirmed.stream().map(id -> id + " 2").toList())
        .allMatch(row -> row.endsWith(" 2"));
    assertThat(createdOn.through(nodes().get(1)).service("again")).isNotEmpty();
    assertThat(findings(outcomes)).isEmpty();
  }

  /** Creates services with two bindings until the node sends no response. */
  private static final class Creator {
    private final TestHost host;
    private final AtomicInteger number = new AtomicInteger();
    private final Collection<String> confirmed = new ConcurrentLinkedQueue<>();

    Creator(TestHost host) {
      this.host = host;
    }

    boolean createUntilNoResponse() {
      try {
        while (true) {
          int next = number.addAndGet(2);
          String one = host.port(next);
          String other = host.port(next + 1);
          confirmed.add(host.service("whole", onPort(one), onPort(other)));
        }
      } catch (ApiClient.NoResponseException noResponse) {
        return true;
      }
    }
  }

  private static List<String> bindingCountsOn(TestHost host) {
    return Sql.rows(
            "select s.id, count(b.id) from service s left join binding b on b.service_id = s.id"
                + " where s.host_id = ? and s.name = 'whole' group by s.id",
            UUID.fromString(host.id()))
        .stream()
        .map(row -> row.get(0) + " " + row.get(1))
        .toList();
  }

  @Test
  void rule_checker_covers_every_foreign_key() {
    assertThat(RuleChecker.references().keySet())
        .contains("binding_service", "service_host", "tag_assignment_service", "host_network")
        .hasSize(
            (int)
                Sql.number(
                    "select count(*) from information_schema.table_constraints"
                        + " where constraint_type = 'FOREIGN KEY' and table_schema = schema()"));
  }
}
