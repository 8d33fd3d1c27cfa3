package io.berth.http.filters;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.ApiClient;
import io.berth.testing.BerthProcess;
import io.berth.testing.RawHttp;
import io.berth.testing.SharedBerth;
import io.berth.testing.TestTenant;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Uses its own node with a body timeout of 5 s, and clients that send half of a body. */
@Tag("database-independent")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlowClientsIT {
  private static final int CLIENTS = 100;

  private final ApiClient owner = TestTenant.create().owner();
  private Path directory;
  private BerthProcess berth;

  @BeforeAll
  void start() {
    directory = SharedBerth.directory("berth-slow");
    Map<String, String> environment = SharedBerth.database().environment(SharedBerth.FIRST_KEY);
    environment.put("BERTH_MAX_BODY_SECONDS", "5");
    berth = BerthProcess.start(directory, environment);
  }

  @AfterAll
  void stop() {
    berth.close();
    SharedBerth.remove(directory);
  }

  private Socket sendHalf(String key) throws IOException {
    return RawHttp.begin(
        berth,
        "POST /api/v1/hosts HTTP/1.1\r\nHost: b\r\nContent-Type: application/json\r\n"
            + "Authorization: Bearer %s\r\nContent-Length: 100\r\n\r\n{\"name\":".formatted(key));
  }

  /** More slow clients than there are permits. */
  @Test
  void do_not_block_other_clients() throws IOException {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < CLIENTS; i++) {
        slow.add(sendHalf(owner.key()));
      }
      assertThat(owner.at(berth).get("/hosts").data()).isEmpty();
      assertThat(RawHttp.statusLine(slow.get(0))).contains(" 408 ");
      assertThat(RawHttp.statusLine(slow.get(CLIENTS - 1))).contains(" 408 ");
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void are_refused_when_they_send_single_bytes() throws IOException {
    try (Socket slow = sendHalf(owner.key())) {
      slow.setSoTimeout(300);
      assertThat(sendSlowly(slow)).contains(" 408 ", "\"request_timeout\"", "\"seconds\":5");
    }
  }

  private static String sendSlowly(Socket slow) throws IOException {
    InputStream response = slow.getInputStream();
    byte[] bytes = new byte[8192];
    for (int sent = 0; sent < CLIENTS; sent++) {
      try {
        return new String(bytes, 0, response.read(bytes), StandardCharsets.UTF_8);
      } catch (SocketTimeoutException notYet) {
        slow.getOutputStream().write(' ');
      }
    }
    return "";
  }

  @Test
  void are_refused_at_once_without_a_valid_key() throws IOException {
    try (Socket slow = sendHalf("scp_u_nobodynobodynobodynobodynobody01")) {
      assertThat(RawHttp.statusLine(slow)).contains(" 401 ");
    }
  }
}
