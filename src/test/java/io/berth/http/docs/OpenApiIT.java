package io.berth.http.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.ApiClient;
import io.berth.testing.ApiResponse;
import io.berth.testing.OpenApi;
import io.berth.testing.SharedBerth;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the document is found, without a key, and the page that shows it. */
class OpenApiIT {
  private static final Pattern USED = Pattern.compile("(?:src|href|url)\\s*[=:]\\s*[\"']([^\"']+)");

  private final ApiClient anybody = SharedBerth.berth().client("");

  private ApiResponse get(String path) {
    return send("GET", path);
  }

  /** A path outside {@code /api}, too. */
  private ApiResponse send(String method, String path) {
    String reached = path.startsWith("/api/") ? path : "/api/.." + path;
    return anybody.send(method, reached, BodyPublishers.noBody(), List.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/openapi.json",
        "/openapi.json",
        "/openapi-public.json",
        "/openapi",
        "/openapi/"
      })
  void is_at_each_address(String path) {
    ApiResponse answer = get(path);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    assertThat(answer.json()).isEqualTo(OpenApi.document().json());
    assertThat(answer.text()).isEqualTo(get("/api/openapi.json").text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/api/openapi.json", "/openapi.json", "/openapi-public.json", "/api/docs"})
  void has_a_head(String path) {
    ApiResponse head = send("HEAD", path);
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.text()).isEmpty();
    assertThat(head.header("Content-Type")).isEqualTo(get(path).header("Content-Type"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/openapi.json", "/openapi-public.json"})
  void is_not_written_to(String path) {
    send("DELETE", path).refused(405, "method_not_allowed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/openapi.yaml", "/openapi-ui", "/api/openapi", "/api/openapi.yaml"})
  void is_nowhere_else(String path) {
    assertThat(get(path).status()).isIn(401, 404);
  }

  @Test
  void is_not_kept_by_caches() {
    assertThat(get("/api/openapi.json").header("Cache-Control")).isEqualTo("no-store");
  }

  @ParameterizedTest
  @CsvSource({
    "docs.js, text/javascript;charset=UTF-8, SwaggerUIBundle",
    "swagger-ui-bundle.js, text/javascript;charset=UTF-8, SwaggerUIBundle",
    "swagger-ui.css, text/css;charset=UTF-8, .swagger-ui",
    "favicon-32x32.png, image/png, PNG"
  })
  void serves_what_its_page_is_made_of(String part, String type, String content) {
    ApiResponse answer = get("/api/docs/" + part);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo(type);
    assertThat(answer.text()).contains(content);
  }

  @Test
  void serves_everything_that_its_page_names_and_names_nobody_else() {
    String page = get("/api/docs").text() + get("/api/docs/docs.js").text();
    Matcher used = USED.matcher(page);
    assertThat(used.results().map(one -> one.group(1)).toList())
        .hasSizeGreaterThan(3)
        .allSatisfy(path -> assertThat(path).startsWith("/api/"))
        .allSatisfy(path -> assertThat(get(path).status()).isEqualTo(200));
    assertThat(page).doesNotContain("http:", "https:", "//");
  }

  @Test
  void lets_its_page_use_what_berth_serves_and_nothing_else() {
    ApiResponse page = get("/api/docs");
    assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
    assertThat(page.header("Content-Security-Policy"))
        .contains(
            "default-src 'none'",
            "frame-ancestors 'none'",
            "script-src 'self';",
            "style-src 'self';")
        .doesNotContain("http", "*", "unsafe");
    assertThat(get("/api/docs/docs.js").header("Content-Security-Policy"))
        .isEqualTo("default-src 'none'; frame-ancestors 'none'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/docs/nothing.js",
        "/api/docs/api.yaml",
        "/api/docs/..%2fapi.yaml",
        "/api/docs/swagger-ui.js",
        "/webjars/swagger-ui/5.34.1/index.html"
      })
  void serves_nothing_else(String path) {
    ApiResponse answer = get(path);
    assertThat(answer.status()).isBetween(400, 404);
    assertThat(answer.json().get("success").asBoolean()).isFalse();
  }
}
