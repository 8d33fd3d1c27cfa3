package io.berth.persistence.failures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.berth.persistence.UuidConverter;
import io.berth.testing.BerthProcess;
import io.berth.testing.Database;
import io.berth.testing.DatabaseServer;
import io.berth.testing.SharedBerth;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stops the database while a list without a limit is being written. */
@TestInstance(Lifecycle.PER_CLASS)
class CutOffIT {
  private static final String KEY = "scp_u_0123456789abcdefghijklmnopqrstuv";

  /** More than the buffers of the client, the sockets and the server can hold. */
  private static final int HOSTS = 60_000;

  private final DatabaseServer server = DatabaseServer.startNew();
  private final Database database = server.create();
  private final Path directory = SharedBerth.directory("berth-cut-off");
  private final BerthProcess berth = BerthProcess.start(directory, database.environment(KEY));

  @BeforeAll
  void fill() throws SQLException {
    byte[] network = bytes(berth.client(KEY).get("/networks").ids().get(0));
    try (Connection connection = database.connect();
        PreparedStatement host =
            connection.prepareStatement(
                "insert into host (id, network_id, name, description, hidden, source, created_at,"
                    + " updated_at) values (?, ?, 'filling', ?, false, 'MANUAL', 1, 1)")) {
      connection.setAutoCommit(false);
      for (int i = 0; i < HOSTS; i++) {
        host.setBytes(1, bytes(UUID.randomUUID().toString()));
        host.setBytes(2, network);
        host.setString(3, "x".repeat(500));
        host.addBatch();
      }
      host.executeBatch();
      connection.commit();
    }
  }

  @AfterAll
  void stop() {
    berth.close();
    server.close();
    SharedBerth.remove(directory);
  }

  private static byte[] bytes(String id) {
    return new UuidConverter().convertToDatabaseColumn(UUID.fromString(id));
  }

  private HttpResponse<InputStream> send(Version version, String path)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + berth.port() + "/api/v1" + path))
            .header("Authorization", "Bearer " + KEY)
            .build();
    return HttpClient.newBuilder()
        .version(version)
        .build()
        .send(request, BodyHandlers.ofInputStream());
  }

  /** Reads the start of the list, stops the database, and returns the rest that arrives. */
  private String readDuringOutage(Version version, String path)
      throws IOException, InterruptedException {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> berth.client(KEY).get("/tags").status() == 200);
    HttpResponse<InputStream> response = send(version, path);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.version()).isEqualTo(version);
    try (InputStream body = response.body()) {
      body.readNBytes(1000);
      server.stop();
      return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    } finally {
      server.startAgain();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/hosts?limit=0", "/hosts/export/csv"})
  void truncates_an_incomplete_list(String path) {
    assertThatThrownBy(() -> readDuringOutage(Version.HTTP_1_1, path))
        .isInstanceOf(IOException.class);
  }

  @Test
  void ends_with_incomplete_json_over_http_2() throws IOException, InterruptedException {
    assertThat(readDuringOutage(Version.HTTP_2, "/hosts?limit=0")).doesNotContain("\"pagination\"");
  }

  @Test
  void ends_with_an_unterminated_cell_over_http_2() throws IOException, InterruptedException {
    assertThat(readDuringOutage(Version.HTTP_2, "/hosts/export/csv"))
        .endsWith("\"This file is incomplete.");
  }
}
