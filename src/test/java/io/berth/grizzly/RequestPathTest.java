package io.berth.grizzly;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.http.errors.ContainerErrorServlet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths that the server decodes, and those that it would answer with an empty 200. */
class RequestPathTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "*",
        "//",
        "/api/v1/hosts",
        "/api/v1/hosts/%7B1%7D",
        "/a%20b",
        "/a%2Fb",
        "/%F0%9F%98%80",
        "/a;b=c",
        "/a.b",
        "/.well-known/x",
        "/a/..b",
        "/a/../b",
        "/a/b/../../c/",
        "/a/%2e%2e/b",
        "/a/.b./c",
        "/a/..;b",
        "/caf\u00e9/%20"
      })
  void leaves_what_the_server_decodes(String path) {
    assertThat(RequestPath.decodable(path)).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/.",
        "/...",
        "/a/.",
        "/a/..",
        "/a/./b",
        "/a/.//b",
        "/a/././b",
        "/a/.../",
        "/%2e",
        "/a/%2E%2e",
        "/a%20b/."
      })
  void finds_nothing_at_segments_that_the_server_gets_wrong(String path) {
    assertThat(RequestPath.decodable(path)).isEqualTo(RequestPath.NOWHERE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/%",
        "/%2",
        "/%zz",
        "/%2g",
        "/%%20",
        "/a%",
        "/%00",
        "/%ff",
        "/%c0%ae",
        "/%ed%a0%80",
        "/a\\b",
        "/a%5cb",
        "/..",
        "/../a",
        "/%2e%2e",
        "/a/../..",
        "/a/../../b",
        "hosts",
        ""
      })
  void refuses_what_is_no_path(String path) {
    assertThat(RequestPath.decodable(path)).isEqualTo(ContainerErrorServlet.MALFORMED_PATH);
  }
}
