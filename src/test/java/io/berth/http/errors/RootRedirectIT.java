package io.berth.http.errors;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.RawHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The root path: a browser is redirected to the documentation, a program gets the envelope. */
class RootRedirectIT {
  private static final String BROWSER =
      "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

  @ParameterizedTest
  @ValueSource(strings = {"GET / HTTP/1.1", "GET /?a=b HTTP/1.1", "HEAD / HTTP/1.1"})
  void redirects_a_browser_to_the_docs(String request) {
    String response = RawHttp.send(request, BROWSER);
    assertThat(RawHttp.status(response)).isEqualTo(303);
    assertThat(RawHttp.header(response, "Location")).isEqualTo("/api/docs");
    assertThat(RawHttp.header(response, "Cache-Control")).isEqualTo("no-store");
    assertThat(RawHttp.header(response, "Vary")).isEqualTo("Accept");
    assertThat(RawHttp.header(response, "X-Request-Id")).isNotEmpty();
    assertThat(RawHttp.body(response)).isEmpty();
  }

  @Test
  void serves_a_page_at_the_target() {
    String response = RawHttp.send("GET /api/docs HTTP/1.1", BROWSER);
    assertThat(RawHttp.status(response)).isEqualTo(200);
    assertThat(RawHttp.header(response, "Content-Type")).startsWith("text/html");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*/*",
        "application/json",
        "application/problem+json",
        "text/html, application/json",
        "text/html;q=0.5, */*",
        "text/html;q=0",
        "text/*"
      })
  void sends_a_program_the_envelope(String accept) {
    assertNotFound(RawHttp.send("GET / HTTP/1.1", "Accept: " + accept));
  }

  @Test
  void sends_a_client_without_an_accept_header_the_envelope() {
    assertNotFound(RawHttp.send("GET / HTTP/1.1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST / HTTP/1.1", "GET /nothing HTTP/1.1", "GET /index.html HTTP/1.1"})
  void redirects_no_other_request_of_a_browser(String request) {
    assertNotFound(RawHttp.send(request, BROWSER));
  }

  private static void assertNotFound(String response) {
    assertThat(RawHttp.status(response)).isEqualTo(404);
    assertThat(RawHttp.header(response, "Location")).isEmpty();
    assertThat(RawHttp.header(response, "Vary")).isEqualTo("Accept");
    assertThat(RawHttp.body(response)).contains("\"code\":\"not_found\"");
  }
}
