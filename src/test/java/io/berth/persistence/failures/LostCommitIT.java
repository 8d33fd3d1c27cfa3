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

/** Breaks the connection during the commit statement. */
@TestInstance(Lifecycle.PER_CLASS)
@EnabledIfSystemProperty(named = "berth.test.database", matches = "mysql")
class LostCommitIT {
  private static final String KEY = "scp_u_0123456789abcdefghijklmnopqrstuv";

  /** The byte of the query command in the MySQL protocol, then the query. */
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
  void stop() {
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

  /**
   * Waits until the last use of the key is stored, so that the next commit is that of the request.
   */
  private void awaitStoredUse() {
    createHost("other");
    await().until(() -> !client.get("/auth/keys").data().get(0).get("last_used").isNull());
  }

  @Test
  void retries_on_another_connection_if_the_transaction_did_not_begin() {
    awaitStoredUse();
    proxy.cutAt("autocommit=0", false);
    assertThat(createHost("late").status()).isEqualTo(200);
    assertThat(hosts("late")).isEqualTo(1);
  }

  @Test
  void reports_an_unknown_outcome_if_the_commit_did_not_arrive() {
    awaitStoredUse();
    proxy.cutAt(COMMIT, false);
    ApiResponse response = createHost("lost").refused(503, "unavailable");
    assertThat(response.json().get("error").asText()).contains("not known");
    assertThat(hosts("lost")).isZero();
    assertThat(createHost("lost").status()).isEqualTo(200);
  }

  @Test
  void reports_an_unknown_outcome_if_the_commit_was_not_confirmed() {
    awaitStoredUse();
    proxy.cutAt(COMMIT, true);
    ApiResponse response = createHost("stored").refused(503, "unavailable");
    assertThat(response.json().get("error").asText()).contains("not known");
    assertThat(hosts("stored")).isEqualTo(1);
  }
}
