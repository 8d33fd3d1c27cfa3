package io.berth.http.filters;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.ApiClient;
import io.berth.testing.RawHttp;
import io.berth.testing.SharedBerth;
import io.berth.testing.TestNetwork;
import io.berth.testing.TestTenant;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Checks that requests that HTTP forbids are refused with the error envelope, and have no effect.
 */
@Tag("database-independent")
class MalformedRequestsIT {
  private final TestNetwork network = TestTenant.create().network();
  private final ApiClient client = network.client().overHttp1();

  @Test
  void refuses_two_host_headers() {
    String response = RawHttp.send("GET /api/version HTTP/1.1", "Host: other");
    assertThat(response)
        .startsWith("HTTP/1.1 400 ")
        .contains("\"success\":false", "\"code\":\"bad_request\"", "more than one Host header");
    assertThat(RawHttp.header(response, "X-Request-Id")).isNotEmpty();
    assertThat(RawHttp.header(response, "Cache-Control")).isEqualTo("no-store");
    assertThat(RawHttp.header(response, "Connection")).isEqualTo("close");
  }

  @Test
  void two_host_headers_have_no_effect() {
    String host = network.host().id();
    String response =
        RawHttp.send(
            "DELETE /api/v1/hosts/" + host + " HTTP/1.1",
            "Host: berth",
            "Authorization: Bearer " + client.key());
    assertThat(RawHttp.status(response)).isEqualTo(400);
    assertThat(client.get("/hosts/" + host).id()).isEqualTo(host);
  }

  private String delete(String path) {
    return RawHttp.send("DELETE " + path + " HTTP/1.1", "Authorization: Bearer " + client.key());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/%zz",
        "/%",
        "/api/v1/hosts/%zz",
        "/api/v1/hosts/ID%",
        "/api/v1/hosts/%00",
        "/api/v1/hosts/%ff",
        "/api/v1/hosts/ID%5c",
        "/..",
        "/api/../../api/v1/hosts/ID",
        "http://berth/%zz",
        "hosts/ID"
      })
  void refuses_a_malformed_path(String path) {
    String host = network.host().id();
    String response = delete(path.replace("ID", host));
    assertThat(response)
        .startsWith("HTTP/1.1 400 ")
        .contains("\"success\":false", "\"code\":\"bad_request\"");
    assertThat(RawHttp.header(response, "X-Request-Id")).isNotEmpty();
    assertThat(client.get("/hosts/" + host).id()).isEqualTo(host);
  }

  /** The path length varies: the server responded to some lengths with an empty 200. */
  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS"})
  void refuses_dot_segments(String method) {
    String host = network.host().id();
    for (String end :
        List.of("/.", "/..", "/./.", "/../.", "/%2e", "/%2e%2e", "/...", "/.//", "/.//a")) {
      for (int length = 0; length < 70; length += method.equals("DELETE") ? 1 : 23) {
        String path = "/api/v1/hosts/" + host + "/" + "a".repeat(length) + end;
        String response =
            RawHttp.send(
                method + " " + path + " HTTP/1.1", "Authorization: Bearer " + client.key());
        assertThat(RawHttp.status(response)).as("%s %s", method, path).isBetween(400, 499);
      }
    }
    assertThat(client.get("/hosts/" + host).id()).isEqualTo(host);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Host:", "Host: ", "host:\t", "Host: :80", "Host: ::1", "Host: b:x", "Host: b:-1"})
  void refuses_a_malformed_host(String header) throws IOException {
    String request = "DELETE /api/version HTTP/1.1\r\n" + header + "\r\nConnection: close\r\n\r\n";
    try (Socket socket = RawHttp.begin(SharedBerth.berth(), request)) {
      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 400 ")
          .contains("\"code\":\"bad_request\"");
    }
  }

  @Test
  void ignores_an_empty_line_before_a_request() throws IOException {
    String request = "\r\nGET /api/version HTTP/1.1\r\nHost: berth\r\nConnection: close\r\n\r\n";
    try (Socket socket = RawHttp.begin(SharedBerth.berth(), request)) {
      assertThat(RawHttp.statusLine(socket)).startsWith("HTTP/1.1 200 ");
    }
  }
}
