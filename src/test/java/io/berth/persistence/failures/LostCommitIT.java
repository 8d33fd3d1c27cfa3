package io.berth.persistence.failures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.berth.testing.ApiClient;
import io.berth.testing.ApiResponse;
import io.berth.testing.BerthProcess;
import io.berth.testing.Database;
import io.berth.testing.MariaDbServer;
import io.berth.testing.SharedBerth;
import io.berth.testing.TcpProxy;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The connection breaks in the very statement that commits. */
@TestInstance(Lifecycle.PER_CLASS)
@EnabledIfSystemProperty(named = "berth.test.database", matches = "mysql")
class LostCommitIT {
  private static final String KEY = "scp_u_0123456789abcdefghijklmnopqrstuv";

  /** MySQL's command of a query, then the query. */
  private static final String COMMIT = "\u0003commit";

  private final MariaDbServer server = new MariaDbServer();
  private final TcpProxy proxy = new TcpProxy(server.port());
  private final Path directory = SharedBerth.directory("berth-lost-commit");
  private final BerthProcess berth = BerthProcess.start(directory, throughProxy().environment(KEY));
  private final ApiClient client = berth.client(KEY);
  private final String network = client.get("/networks").ids().get(0);

  private Database throughProxy() {
    Database direct = server.create();
    String url = direct.url().replace(":" + server.port() + "/", ":" + proxy.port() + "/");
    return new Database(url, direct.user(), direct.password());
  }

  @AfterAll
  void end() {
    berth.close();
    proxy.close();
    server.close();
    System.out.println(berth.log());
    SharedBerth.remove(directory);
  }

  private ApiResponse createHost(String name) {
    return client.post("/hosts", Map.of("name", name, "network_id", network));
  }

  private long hosts(String name) {
    return client.get("/hosts?limit=0").texts("name").stream().filter(name::equals).count();
  }

  /** The last use of the key is stored, so that the next commit is the request's. */
  private void isWell() {
    createHost("other");
    await().until(() -> !client.get("/auth/keys").data().get(0).get("last_used").isNull());
  }

  @Test
  void a_change_whose_transaction_did_not_begin_is_made_on_another_connection() {
    isWell();
    proxy.cutAt("autocommit=0", false);
    assertThat(createHost("late").status()).isEqualTo(200);
    assertThat(hosts("late")).isEqualTo(1);
  }

  @Test
  void a_change_whose_commit_did_not_arrive_is_not_stored() {
    isWell();
    proxy.cutAt(COMMIT, false);
    ApiResponse answer = createHost("lost").refused(503, "unavailable");
    assertThat(answer.json().get("error").asText()).contains("not known");
    assertThat(hosts("lost")).isZero();
    assertThat(createHost("lost").status()).isEqualTo(200);
  }

  @Test
  void a_change_whose_commit_was_not_confirmed_is_not_said_to_be_undone() {
    isWell();
    proxy.cutAt(COMMIT, true);
    ApiResponse answer = createHost("stored").refused(503, "unavailable");
    assertThat(answer.json().get("error").asText()).contains("not known");
    assertThat(hosts("stored")).isEqualTo(1);
  }
}
