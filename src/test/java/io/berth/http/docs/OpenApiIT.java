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

/** Checks the addresses of the document and of its page, which need no key. */
class OpenApiIT {
  private static final Pattern LINK = Pattern.compile("(?:src|href|url)\\s*[=:]\\s*[\"']([^\"']+)");

  private final ApiClient anonymous = SharedBerth.berth().client("");

  private ApiResponse get(String path) {
    return send("GET", path);
  }

  /** The path may be outside {@code /api}. */
  private ApiResponse send(String method, String path) {
    String target = path.startsWith("/api/") ? path : "/api/.." + path;
    return anonymous.send(method, target, BodyPublishers.noBody(), List.of());
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
  void serves_the_document_at_each_address(String path) {
    ApiResponse response = get(path);
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.header("Content-Type")).isEqualTo("application/json");
    assertThat(response.json()).isEqualTo(OpenApi.document().json());
    assertThat(response.text()).isEqualTo(get("/api/openapi.json").text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/api/openapi.json", "/openapi.json", "/openapi-public.json", "/api/docs"})
  void answers_head(String path) {
    ApiResponse head = send("HEAD", path);
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.text()).isEmpty();
    assertThat(head.header("Content-Type")).isEqualTo(get(path).header("Content-Type"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/openapi.json", "/openapi-public.json"})
  void refuses_delete(String path) {
    send("DELETE", path).refused(405, "method_not_allowed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/openapi.yaml", "/openapi-ui", "/api/openapi", "/api/openapi.yaml"})
  void does_not_serve_the_document_elsewhere(String path) {
    assertThat(get(path).status()).isIn(401, 404);
  }

  @Test
  void sends_no_store() {
    assertThat(get("/api/openapi.json").header("Cache-Control")).isEqualTo("no-store");
  }

  @ParameterizedTest
  @CsvSource({
    "docs.js, text/javascript;charset=UTF-8, SwaggerUIBundle",
    "swagger-ui-bundle.js, text/javascript;charset=UTF-8, SwaggerUIBundle",
    "swagger-ui.css, text/css;charset=UTF-8, .swagger-ui",
    "favicon-32x32.png, image/png, PNG"
  })
  void serves_the_files_of_the_page(String file, String type, String content) {
    ApiResponse response = get("/api/docs/" + file);
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.header("Content-Type")).isEqualTo(type);
    assertThat(response.text()).contains(content);
  }

  @Test
  void serves_all_files_that_the_page_links_to() {
    String page = get("/api/docs").text() + get("/api/docs/docs.js").text();
    Matcher links = LINK.matcher(page);
    assertThat(links.results().map(link -> link.group(1)).toList())
        .hasSizeGreaterThan(3)
        .allSatisfy(path -> assertThat(path).startsWith("/api/"))
        .allSatisfy(path -> assertThat(get(path).status()).isEqualTo(200));
    assertThat(page).doesNotContain("http:", "https:", "//");
  }

  @Test
  void allows_the_page_only_files_of_berth() {
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
  void refuses_other_files(String path) {
    ApiResponse response = get(path);
    assertThat(response.status()).isBetween(400, 404);
    assertThat(response.json().get("success").asBoolean()).isFalse();
  }
}
