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

/**
 * A node of its own, on which a body must be there within 5 s; and clients who send half of one.
 */
@Tag("database-independent")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlowClientsIT {
  private static final int MANY = 100;

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
  void end() {
    berth.close();
    SharedBerth.remove(directory);
  }

  private Socket half(String key) throws IOException {
    return RawHttp.begin(
        berth,
        "POST /api/v1/hosts HTTP/1.1\r\nHost: b\r\nContent-Type: application/json\r\n"
            + "Authorization: Bearer %s\r\nContent-Length: 100\r\n\r\n{\"name\":".formatted(key));
  }

  /** More of them than requests that are worked on at once. */
  @Test
  void stop_nobody_else() throws IOException {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < MANY; i++) {
        slow.add(half(owner.key()));
      }
      assertThat(owner.at(berth).get("/hosts").data()).isEmpty();
      assertThat(RawHttp.statusLine(slow.get(0))).contains(" 408 ");
      assertThat(RawHttp.statusLine(slow.get(MANY - 1))).contains(" 408 ");
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void are_refused_when_they_send_a_byte_now_and_then() throws IOException {
    try (Socket slow = half(owner.key())) {
      slow.setSoTimeout(300);
      assertThat(drip(slow)).contains(" 408 ", "\"request_timeout\"", "\"seconds\":5");
    }
  }

  private static String drip(Socket slow) throws IOException {
    InputStream answer = slow.getInputStream();
    byte[] bytes = new byte[8192];
    for (int sent = 0; sent < MANY; sent++) {
      try {
        return new String(bytes, 0, answer.read(bytes), StandardCharsets.UTF_8);
      } catch (SocketTimeoutException notYet) {
        slow.getOutputStream().write(' ');
      }
    }
    return "";
  }

  @Test
  void are_answered_when_they_are_strangers() throws IOException {
    try (Socket slow = half("scp_u_nobodynobodynobodynobodynobody01")) {
      assertThat(RawHttp.statusLine(slow)).contains(" 401 ");
    }
  }
}
