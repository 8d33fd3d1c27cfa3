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

/** What JAX-RS and the container refuse by themselves, and the other names of paths. */
class HttpErrorsIT {
  private final TestNetwork network = TestTenant.create().network();
  private final ApiClient client = network.client().overHttp1();

  private ApiResponse ask(String method, String path, String... headers) {
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
  void knows_no_other_path(String path) {
    client.get(path).refused(404, "not_found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/nothing", "/index.html", "/WEB-INF/web.xml", "/failure"})
  void has_nothing_outside_the_api(String path) {
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
  void refuses_a_method_that_a_path_does_not_take(String method, String path) {
    ask(method, path).refused(405, "method_not_allowed");
  }

  @Test
  void names_the_methods_that_a_path_takes() {
    assertThat(ask("DELETE", "/hosts").header("Allow")).contains("GET", "POST");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "application/xml", "image/png"})
  void answers_nothing_but_json(String type) {
    ask("GET", "/hosts", "Accept", type).refused(406, "not_acceptable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/hosts", "/hosts?limit=0", "/api/version", "/api/openapi.json"})
  void answers_nothing_to_who_excludes_json(String path) {
    ask("GET", path, "Accept", "application/json;q=0").refused(406, "not_acceptable");
    ask("GET", path, "Accept", "*/*, application/json;q=0").refused(406, "not_acceptable");
    ask("GET", path, "Accept", "*/*;q=0").refused(406, "not_acceptable");
  }

  /** They are small, and a client that excludes them could not be told anything. */
  @Test
  void answers_failures_in_json_whatever_is_excluded() {
    ApiResponse refused = ask("GET", "/hosts/nonsense", "Accept", "application/json;q=0");
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
  void answers_who_excludes_something_else(String accept) {
    assertThat(ask("GET", "/hosts", "Accept", accept).data()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/json", "application/xml"})
  void ignores_a_body_that_a_call_does_not_need(String type) {
    List<String> headers = List.of("Content-Type", type);
    assertThat(client.send("GET", "/hosts", BodyPublishers.ofString("no JSON"), headers).data())
        .isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "*/*", "application/*", "text/html, */*;q=0.1"})
  void answers_whoever_takes_json(String type) {
    assertThat(ask("GET", "/hosts", "Accept", type).data()).isNotNull();
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
  void reads_nothing_but_json(String type) {
    post(BodyPublishers.ofString("{}"), "Content-Type", type)
        .refused(415, "unsupported_media_type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/xml", "text/xml"})
  void reads_no_xml_and_so_nothing_that_it_points_to(String type) {
    String xml = "<!DOCTYPE h [<!ENTITY f SYSTEM \"file:///etc/hostname\">]><host>&f;</host>";
    ApiResponse answer = post(BodyPublishers.ofString(xml), "Content-Type", type);
    assertThat(answer.refused(415, "unsupported_media_type").text()).doesNotContain("host>");
  }

  @Test
  void reads_no_packed_body() {
    post(
            BodyPublishers.ofString("{}"),
            "Content-Type",
            "application/json",
            "Content-Encoding",
            "gzip")
        .refused(415, "unsupported_media_type");
  }

  @Test
  void describes_itself_in_no_xml() {
    client.get("/api/application.wadl").refused(404, "not_found");
    client.get("/api/v1/application.wadl").refused(404, "not_found");
  }

  @Test
  void reads_no_body_without_a_type() {
    post(BodyPublishers.ofString("{}")).refused(415, "unsupported_media_type");
  }

  @Test
  void reads_json_in_utf_8_that_says_so() {
    String body = "{\"name\":\"h\",\"network_id\":\"" + network.id() + "\"}";
    String type = "application/json; charset=UTF-8";
    assertThat(post(BodyPublishers.ofString(body), "Content-Type", type).data()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"services", "hosts", "subnets"})
  void answers_without_the_version_in_the_path(String resource) {
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
  void knows_no_other_path_without_the_version(String resource) {
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
  void never_breaks_at_an_odd_request(String request) {
    String answer = RawHttp.send(request + " HTTP/1.1", "Authorization: Bearer " + client.key());
    assertThat(RawHttp.status(answer)).isLessThan(500);
  }
}
