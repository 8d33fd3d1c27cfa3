package io.berth.persistence.failures;

import static org.awaitility.Awaitility.await;

import io.berth.testing.ApiClient;
import io.berth.testing.ApiResponse;
import io.berth.testing.BerthProcess;
import io.berth.testing.Database;
import io.berth.testing.MariaDbServer;
import io.berth.testing.SharedBerth;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/** A Berth process with its own MariaDB server, on which a test can cause failures. */
public final class FailingServer implements AutoCloseable {
  private static final String KEY = "scp_u_0123456789abcdefghijklmnopqrstuv";

  public final MariaDbServer server = new MariaDbServer();
  public final Database database = server.createWithUser();
  private final Path directory = SharedBerth.directory("berth-failing-server");
  public final BerthProcess berth = BerthProcess.start(directory, database.environment(KEY));
  public final ApiClient client = berth.client(KEY);
  private final String network = client.get("/networks").ids().get(0);

  @Override
  public void close() {
    berth.close();
    server.close();
    SharedBerth.remove(directory);
  }

  ApiResponse get() {
    return client.get("/tags");
  }

  List<Integer> get(int times) {
    return IntStream.range(0, times).map(i -> get().status()).boxed().toList();
  }

  public ApiResponse health(String path) {
    return berth.client("").get(path);
  }

  public ApiResponse createHost() {
    return client.post("/hosts", Map.of("name", "h", "network_id", network));
  }

  public ApiResponse createSubnet() {
    int part = UUID.randomUUID().hashCode() & 0xffff;
    String cidr = "10.%d.%d.0/24".formatted(part >> 8, part & 0xff);
    return client.post(
        "/subnets", Map.of("name", "s", "network_id", network, "cidr", cidr, "subnet_type", "Lan"));
  }

  public Connection connectAsRoot() {
    return new Database(database.url(), "root", "").connect();
  }

  public String schema() {
    return database.url().replaceAll(".*/(\\w+)\\?.*", "$1");
  }

  public void killConnections() {
    server
        .query(
            "select id from information_schema.processlist where user = '" + database.user() + "'")
        .forEach(id -> server.execute("kill " + id));
  }

  /** Waits for a transaction that waits for a lock, and returns the id of its connection. */
  public String waiting() {
    String query =
        "select trx_mysql_thread_id from information_schema.innodb_trx"
            + " where trx_state = 'LOCK WAIT'";
    return await().until(() -> server.query(query), found -> !found.isEmpty()).get(0);
  }

  static Duration timed(Callable<ApiResponse> call) throws Exception {
    long start = System.nanoTime();
    call.call();
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
