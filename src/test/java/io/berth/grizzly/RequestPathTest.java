package io.berth.grizzly;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.http.errors.ContainerErrorServlet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
  void keeps_a_path_that_the_server_decodes(String path) {
    assertThat(RequestPath.replaceIfUndecodable(path)).isEqualTo(path);
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
  void replaces_dot_segments_that_the_server_misreads(String path) {
    assertThat(RequestPath.replaceIfUndecodable(path)).isEqualTo(RequestPath.NOT_FOUND);
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
  void refuses_a_malformed_path(String path) {
    assertThat(RequestPath.replaceIfUndecodable(path))
        .isEqualTo(ContainerErrorServlet.MALFORMED_PATH);
  }
}
