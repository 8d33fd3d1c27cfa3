package io.berth.services;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.Network;
import io.berth.testing.Oracle;
import io.berth.testing.Sql;
import io.berth.testing.Storm;
import io.berth.testing.Tenant;
import io.berth.testing.TestHost;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Everything at once. */
class StormIT {
  private static final System.Logger LOG = System.getLogger(StormIT.class.getName());
  private static final int WRITES = 1500;
  private static final long SEED = 20_260_112;

  private final Network network = Tenant.found().network();
  private final List<TestHost> hosts =
      List.of(network.host("a"), network.host("b"), network.host("c"));

  @AfterEach
  void leave() {
    network.client().delete("/networks/" + network.id()).data();
  }

  @Test
  void after_a_storm_of_writes_every_rule_holds() {
    Map<String, Integer> answers = new Storm(hosts, 6, 3).blow(WRITES, SEED);
    LOG.log(System.Logger.Level.INFO, "{0} writes by {1}", WRITES, answers);
    List<String> findings = new ArrayList<>(Oracle.findings());
    findings.addAll(Oracle.repeatedPositions(hosts));
    answers.keySet().stream().filter(StormIT::isDishonest).forEach(findings::add);
    assertThat(findings).isEmpty();
  }

  @Test
  void the_judge_knows_every_foreign_key() {
    assertThat(Oracle.references().keySet())
        .contains("binding_service", "service_host", "tag_assignment_service", "host_network")
        .hasSize(
            (int)
                Sql.number(
                    "select count(*) from information_schema.table_constraints"
                        + " where constraint_type = 'FOREIGN KEY' and table_schema = schema()"));
  }

  private static boolean isDishonest(String answer) {
    return !List.of("200", "400", "404", "409").contains(answer.substring(0, 3));
  }
}
