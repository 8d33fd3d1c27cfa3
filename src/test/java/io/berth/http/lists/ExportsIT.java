package io.berth.http.lists;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.ApiClient;
import io.berth.testing.ApiResponse;
import io.berth.testing.Fixture;
import io.berth.testing.JsonBody;
import io.berth.testing.TestHost;
import io.berth.testing.TestNetwork;
import io.berth.testing.TestTenant;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks the CSV exports. The tests share a tenant, and each adds only its own entities. */
@TestInstance(Lifecycle.PER_CLASS)
class ExportsIT {
  static final List<String> EXPORTS =
      List.of(
          "/networks",
          "/subnets",
          "/hosts",
          "/interfaces",
          "/ports",
          "/services",
          "/bindings",
          "/tags");

  private final TestTenant tenant = TestTenant.create();
  private final ApiClient client = tenant.owner();
  private final Fixture fixture = Fixture.of(tenant);

  private static List<String> lines(ApiResponse file) {
    assertThat(file.status()).as(file.text()).isEqualTo(200);
    assertThat(file.text()).endsWith("\r\n");
    return List.of(file.text().split("\r\n"));
  }

  private List<String> lines(String path) {
    return lines(client.get(path));
  }

  private List<String> ids(String path) {
    return lines(path).stream().skip(1).map(line -> line.substring(0, 36)).toList();
  }

  private ApiResponse getAccepting(String accept) {
    return client.send(
        "GET", "/tags/export/csv", BodyPublishers.noBody(), List.of("Accept", accept));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          services|id,name,service_definition,host_id,network_id,source,position,created_at,updated_at
          bindings|id,service_id,binding_type,interface_id,port_id,network_id,created_at,updated_at
          hosts|id,name,hostname,description,network_id,source,hidden,created_at,updated_at
          interfaces|id,ip_address,mac_address,name,host_id,subnet_id,network_id,position,created_at,updated_at
          ports|id,port_number,protocol,port_type,host_id,network_id,created_at,updated_at
          subnets|id,name,cidr,subnet_type,description,network_id,source,created_at,updated_at
          networks|id,name,organization_id,created_at,updated_at
          tags|id,name,description,color,organization_id,created_at,updated_at
          """)
  void have_a_header_even_without_rows(String resource, String columns) {
    assertThat(lines(TestTenant.create().owner().get("/" + resource + "/export/csv")))
        .containsExactly(columns);
  }

  @ParameterizedTest
  @CsvSource({
    "services,Services",
    "bindings,Bindings",
    "hosts,Hosts",
    "interfaces,Interfaces",
    "ports,Ports",
    "subnets,Subnets",
    "networks,Networks",
    "tags,Tags"
  })
  void are_sent_as_attachments(String resource, String name) {
    ApiResponse file = client.get("/" + resource + "/export/csv");
    assertThat(file.header("Content-Type")).isEqualToIgnoringCase("text/csv;charset=UTF-8");
    assertThat(file.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"" + name + ".csv\"");
    assertThat(file.header("Cache-Control")).isEqualTo("no-store");
  }

  @ParameterizedTest
  @FieldSource("EXPORTS")
  void have_the_rows_of_the_list(String list) {
    assertThat(ids(list + "/export/csv")).isEqualTo(client.get(list + "?limit=0").ids());
  }

  @ParameterizedTest
  @FieldSource("EXPORTS")
  void ignore_limit_and_offset(String list) {
    assertThat(ids(list + "/export/csv?limit=1&offset=1")).isEqualTo(ids(list + "/export/csv"));
  }

  @ParameterizedTest
  @FieldSource("EXPORTS")
  void refuse_an_unknown_order(String list) {
    client.get(list + "/export/csv?order_by=nonsense").refusedAt("order_by", 400, "invalid_value");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/services?order_by=name&order_direction=desc",
        "/services?group_by=host&order_by=position",
        "/services?tag_ids={tag}",
        "/services?ids={service}",
        "/bindings?port_id={port}",
        "/hosts?order_by=name&order_direction=desc",
        "/interfaces?subnet_id={subnet}",
        "/ports?ids={port}&ids={spare}",
        "/subnets?order_by=cidr&network_id={network}",
        "/tags?order_by=color"
      })
  void have_the_filters_and_the_order_of_the_list(String list) {
    String path = fixture.fill(list);
    assertThat(ids(path.replace("?", "/export/csv?"))).isEqualTo(client.get(path).ids());
  }

  @Test
  void refuse_a_malformed_id() {
    client.get("/hosts/export/csv?ids=x").refusedAt("ids", 400, "invalid_value");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/csv", "*/*", "application/json", "text/*", "text/html, */*;q=0.1"})
  void ignore_the_accept_header(String accept) {
    ApiResponse file = getAccepting(accept);
    assertThat(file.header("Content-Type")).isEqualToIgnoringCase("text/csv;charset=UTF-8");
    assertThat(lines(file).get(0)).startsWith("id,name,");
  }

  @Test
  void answer_head_requests() {
    ApiResponse head = client.send("HEAD", "/hosts/export/csv", BodyPublishers.noBody(), List.of());
    assertThat(List.of(head.header("Content-Type").toLowerCase(), head.text()))
        .containsExactly("text/csv;charset=utf-8", "");
  }

  @Test
  void write_a_service_as_in_json() {
    TestHost host = fixture.host();
    String id = host.service("a, \"b\"\nc");
    var read = host.read(id);
    assertThat(client.get("/services/export/csv?ids=" + id).text().split("\r\n", 2)[1])
        .isEqualTo(
            "%s,\"a, \"\"b\"\"\nc\",Web Service,%s,%s,Manual,%d,%s,%s\r\n"
                .formatted(
                    id,
                    host.id(),
                    fixture.id("network"),
                    read.get("position").asInt(),
                    read.get("created_at").asText(),
                    read.get("updated_at").asText()));
  }

  @Test
  void write_both_types_of_bindings() {
    TestHost host = tenant.network().host();
    String port = host.port(80);
    String iface = host.iface();
    String service = host.service("s", TestHost.onPort(port));
    String other = host.service("t", TestHost.onInterface(iface));
    String network = host.network().id();
    assertThat(
            lines("/bindings/export/csv?network_id=" + network).stream()
                .skip(1)
                .map(line -> line.substring(37, line.indexOf(network) - 1)))
        .containsExactly(service + ",Port,," + port, other + ",Interface," + iface + ",");
  }

  @Test
  void write_the_type_of_a_port() {
    assertThat(lines("/ports/export/csv?ids=" + fixture.id("port")).get(1))
        .contains(",80,Tcp,Http," + fixture.id("host"));
  }

  @Test
  void write_null_as_an_empty_cell() {
    assertThat(lines("/hosts/export/csv?ids=" + fixture.id("host")).get(1))
        .contains(",host,,," + fixture.id("network") + ",Manual,false,");
  }

  @Test
  void include_the_default_subnets() {
    TestNetwork network = tenant.network();
    assertThat(lines("/subnets/export/csv?order_by=name&network_id=" + network.id()).get(1))
        .contains(",Internet,0.0.0.0/0,Internet,," + network.id() + ",System,");
  }

  @Test
  void escape_formulas() {
    TestNetwork network = tenant.network();
    String id =
        client
            .post(
                "/hosts",
                JsonBody.with(
                    network.hostBody("=cmd|' /C calc'!A0"), "hostname", "@h", "description", "+1"))
            .id();
    assertThat(lines("/hosts/export/csv?ids=" + id).get(1))
        .startsWith(id + ",'=cmd|' /C calc'!A0,'@h,'+1," + network.id());
  }

  @Test
  void are_encoded_in_utf_8() {
    String tag = tenant.tag(JsonBody.emoji(3) + "é");
    assertThat(client.get("/tags/export/csv").text())
        .contains(tag + "," + JsonBody.emoji(3) + "é,");
  }

  @Test
  void are_empty_for_a_key_without_networks() {
    assertThat(lines(tenant.key("Viewer").get("/hosts/export/csv"))).hasSize(1);
  }

  @Test
  void exclude_other_tenants() {
    Fixture other = Fixture.create();
    assertThat(ids("/hosts/export/csv?ids=" + other.id("host"))).isEmpty();
    assertThat(ids("/hosts/export/csv?network_id=" + UUID.randomUUID())).isEmpty();
  }
}
