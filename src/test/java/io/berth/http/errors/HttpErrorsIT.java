package io.berth.http.errors;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.ApiClient;
import io.berth.testing.ApiResponse;
import io.berth.testing.RawHttp;
import io.berth.testing.TestNetwork;
import io.berth.testing.TestTenant;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks requests that JAX-RS and the container refuse, and paths without the version. */
class HttpErrorsIT {
  private final TestNetwork network = TestTenant.create().network();
  private final ApiClient client = network.client().overHttp1();

  private ApiResponse send(String method, String path, String... headers) {
    return client.send(method, path, BodyPublishers.noBody(), List.of(headers));
  }

  private ApiResponse post(BodyPublisher body, String... headers) {
    return client.send("POST", "/hosts", body, List.of(headers));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api",
        "/api/",
        "/api/v1",
        "/api/v1/nothing",
        "/api/v2/hosts",
        "/api/v1/hosts/a/b"
      })
  void refuses_unknown_paths(String path) {
    client.get(path).refused(404, "not_found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/nothing", "/index.html", "/WEB-INF/web.xml", "/failure"})
  void refuses_paths_outside_the_api(String path) {
    assertThat(RawHttp.send("GET " + path + " HTTP/1.1"))
        .startsWith("HTTP/1.1 404 ")
        .contains("\"success\":false", "\"code\":\"not_found\"", "\"api_version\":1");
  }

  @ParameterizedTest
  @CsvSource({
    "DELETE, /hosts",
    "PUT, /hosts",
    "PATCH, /hosts",
    "POST, /hosts/01a20e1f-44d5-7648-80c0-f30a359a78fd",
    "POST, /api/version",
    "POST, /api/health",
    "DELETE, /organizations",
    "GET, /auth/keys/01a20e1f-44d5-7648-80c0-f30a359a78fd/rotate"
  })
  void refuses_methods_that_a_path_does_not_allow(String method, String path) {
    send(method, path).refused(405, "method_not_allowed");
  }

  @Test
  void sends_the_allowed_methods() {
    assertThat(send("DELETE", "/hosts").header("Allow")).contains("GET", "POST");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "application/xml", "image/png"})
  void refuses_accept_headers_without_json(String type) {
    send("GET", "/hosts", "Accept", type).refused(406, "not_acceptable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/hosts", "/hosts?limit=0", "/api/version", "/api/openapi.json"})
  void refuses_accept_headers_that_exclude_json(String path) {
    send("GET", path, "Accept", "application/json;q=0").refused(406, "not_acceptable");
    send("GET", path, "Accept", "*/*, application/json;q=0").refused(406, "not_acceptable");
    send("GET", path, "Accept", "*/*;q=0").refused(406, "not_acceptable");
  }

  /** Errors are small, and a client that excludes them could not receive a reason otherwise. */
  @Test
  void sends_errors_as_json_even_if_json_is_excluded() {
    ApiResponse refused = send("GET", "/hosts/nonsense", "Accept", "application/json;q=0");
    assertThat(refused.status()).isEqualTo(406);
    assertThat(refused.header("Content-Type")).isEqualTo("application/json");
    assertThat(RawHttp.send("GET /nothing HTTP/1.1", "Accept: application/json;q=0"))
        .startsWith("HTTP/1.1 404 ")
        .contains("\"code\":\"not_found\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/*;q=0, application/json",
        "*/*;q=0, application/json;q=0.1",
        "text/html;q=0, */*",
        "application/json;version=2;q=0, application/json"
      })
  void accepts_headers_that_exclude_other_types(String accept) {
    assertThat(send("GET", "/hosts", "Accept", accept).data()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/json", "application/xml"})
  void ignores_an_unneeded_body(String type) {
    List<String> headers = List.of("Content-Type", type);
    assertThat(client.send("GET", "/hosts", BodyPublishers.ofString("no JSON"), headers).data())
        .isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "*/*", "application/*", "text/html, */*;q=0.1"})
  void accepts_headers_that_include_json(String type) {
    assertThat(send("GET", "/hosts", "Accept", type).data()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/xml",
        "text/xml",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x"
      })
  void refuses_other_content_types(String type) {
    post(BodyPublishers.ofString("{}"), "Content-Type", type)
        .refused(415, "unsupported_media_type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/xml", "text/xml"})
  void refuses_xml_with_external_entities(String type) {
    String xml = "<!DOCTYPE h [<!ENTITY f SYSTEM \"file:///etc/hostname\">]><host>&f;</host>";
    ApiResponse response = post(BodyPublishers.ofString(xml), "Content-Type", type);
    assertThat(response.refused(415, "unsupported_media_type").text()).doesNotContain("host>");
  }

  @Test
  void refuses_compressed_bodies() {
    post(
            BodyPublishers.ofString("{}"),
            "Content-Type",
            "application/json",
            "Content-Encoding",
            "gzip")
        .refused(415, "unsupported_media_type");
  }

  @Test
  void serves_no_wadl() {
    client.get("/api/application.wadl").refused(404, "not_found");
    client.get("/api/v1/application.wadl").refused(404, "not_found");
  }

  @Test
  void refuses_a_body_without_a_content_type() {
    post(BodyPublishers.ofString("{}")).refused(415, "unsupported_media_type");
  }

  @Test
  void accepts_the_charset_utf_8() {
    String body = "{\"name\":\"h\",\"network_id\":\"" + network.id() + "\"}";
    String type = "application/json; charset=UTF-8";
    assertThat(post(BodyPublishers.ofString(body), "Content-Type", type).data()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"services", "hosts", "subnets"})
  void serves_lists_without_the_version_in_the_path(String resource) {
    network.host().service("web");
    assertThat(client.get("/api/" + resource + "?limit=1").json())
        .isEqualTo(client.get("/" + resource + "?limit=1").json());
  }

  @Test
  void finds_a_host_without_the_version_in_the_path() {
    String host = network.host().id();
    assertThat(client.get("/api/hosts/" + host).data())
        .isEqualTo(client.get("/hosts/" + host).data());
  }

  @Test
  void deletes_hosts_without_the_version_in_the_path() {
    String host = network.host().id();
    client.post("/api/hosts/bulk-delete", List.of(host)).data();
    client.get("/hosts/" + host).refused(404, "entity_not_found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ports", "interfaces", "networks", "tags", "bindings", "auth/keys"})
  void refuses_other_paths_without_the_version(String resource) {
    client.get("/api/" + resource).refused(404, "not_found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/v1/hosts?limit=%zz",
        "GET /api/v1/hosts/%zz",
        "GET /api/v1/hosts/%00",
        "GET /api/v1/hosts/%2e%2e",
        "GET /api/v1/hosts/../../../etc/passwd",
        "GET /api/v1/hosts?ids=%ff",
        "GET /api/v1/hosts;a=b",
        "GET /api/v1/%00",
        "GET /%",
        "GET /%zz",
        "GET /api/v1/hosts/\\u00e9",
        "GET /./api/version",
        "GET /api/v1/..%2fversion",
        "GET /..",
        "GET \\\\hosts",
        "GET hosts",
        "GET http://berth/api/version",
        "GET //api//v1//hosts",
        "OPTIONS /api/v1/hosts",
        "OPTIONS /api/version",
        "OPTIONS *",
        "HEAD /api/v1/hosts",
        "HEAD /api/health",
        "TRACE /api/v1/hosts",
        "NONSENSE /api/v1/hosts"
      })
  void sends_no_5xx_for_unusual_requests(String request) {
    String response = RawHttp.send(request + " HTTP/1.1", "Authorization: Bearer " + client.key());
    assertThat(RawHttp.status(response)).isLessThan(500);
  }
}
