package io.berth.persistence.failures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.berth.testing.ApiClient;
import io.berth.testing.ApiResponse;
import io.berth.testing.BerthProcess;
import io.berth.testing.Database;
import io.berth.testing.MariaDbServer;
import io.berth.testing.SharedBerth;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A commit that fails because of another writer, as a cluster reports it. */
@TestInstance(Lifecycle.PER_CLASS)
@EnabledIfSystemProperty(named = "berth.test.database", matches = "mysql")
class FailedCommitIT {
  private static final String KEY = "scp_u_0123456789abcdefghijklmnopqrstuv";

  private final MariaDbServer server = new MariaDbServer();
  private final Path directory = SharedBerth.directory("berth-failed-commit");
  private CommitFailureProxy proxy;
  private BerthProcess berth;
  private ApiClient client;
  private String network;

  @BeforeAll
  void start() throws IOException {
    proxy = new CommitFailureProxy(server.port());
    Database direct = server.create();
    String url = direct.url().replace(":" + server.port() + "/", ":" + proxy.port() + "/");
    berth =
        BerthProcess.start(
            directory, new Database(url, direct.user(), direct.password()).environment(KEY));
    client = berth.client(KEY);
    network = client.get("/networks").ids().get(0);
    createHost("first");
    // The last use of the key is stored, so that the next commits are those of the requests.
    await().until(() -> !client.get("/auth/keys").data().get(0).get("last_used").isNull());
  }

  @AfterAll
  void end() {
    berth.close();
    proxy.close();
    server.close();
    SharedBerth.remove(directory);
  }

  private ApiResponse createHost(String name) {
    return client.post("/hosts", Map.of("name", name, "network_id", network));
  }

  private long hosts(String name) {
    return client.get("/hosts?limit=0").texts("name").stream().filter(name::equals).count();
  }

  @Test
  void a_deadlock_at_commit_is_retried() {
    proxy.failCommits(2);
    assertThat(createHost("retried").status()).isEqualTo(200);
    assertThat(proxy.remaining()).isZero();
    assertThat(hosts("retried")).isEqualTo(1);
  }

  @Test
  void a_deadlock_at_every_commit_is_unavailable_and_stores_nothing() {
    proxy.failCommits(100);
    createHost("refused").refused(503, "unavailable");
    assertThat(proxy.remaining()).isEqualTo(100 - 8);
    proxy.failCommits(0);
    assertThat(hosts("refused")).isZero();
  }
}
