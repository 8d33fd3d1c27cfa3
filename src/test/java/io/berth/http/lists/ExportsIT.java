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

/** Lists as CSV. The tests share an estate, to which each adds its own and nothing else. */
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
  private final Fixture estate = Fixture.of(tenant);

  private static List<String> lines(ApiResponse file) {
    assertThat(file.status()).as(file.text()).isEqualTo(200);
    assertThat(file.text()).endsWith("\r\n");
    return List.of(file.text().split("\r\n"));
  }

  private List<String> lines(String path) {
    return lines(client.get(path));
  }

  /** The ids in the first column. */
  private List<String> ids(String path) {
    return lines(path).stream().skip(1).map(line -> line.substring(0, 36)).toList();
  }

  private ApiResponse accepting(String accept) {
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
  void have_their_columns_even_without_a_row(String resource, String columns) {
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
  void are_files(String resource, String name) {
    ApiResponse file = client.get("/" + resource + "/export/csv");
    assertThat(file.header("Content-Type")).isEqualToIgnoringCase("text/csv;charset=UTF-8");
    assertThat(file.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"" + name + ".csv\"");
    assertThat(file.header("Cache-Control")).isEqualTo("no-store");
  }

  @ParameterizedTest
  @FieldSource("EXPORTS")
  void have_what_the_list_has(String list) {
    assertThat(ids(list + "/export/csv")).isEqualTo(client.get(list + "?limit=0").ids());
  }

  @ParameterizedTest
  @FieldSource("EXPORTS")
  void know_no_pages(String list) {
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
    String filled = estate.fill(list);
    assertThat(ids(filled.replace("?", "/export/csv?"))).isEqualTo(client.get(filled).ids());
  }

  @Test
  void refuse_an_id_that_is_none() {
    client.get("/hosts/export/csv?ids=x").refusedAt("ids", 400, "invalid_value");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/csv", "*/*", "application/json", "text/*", "text/html, */*;q=0.1"})
  void come_whatever_is_accepted(String accept) {
    ApiResponse file = accepting(accept);
    assertThat(file.header("Content-Type")).isEqualToIgnoringCase("text/csv;charset=UTF-8");
    assertThat(lines(file).get(0)).startsWith("id,name,");
  }

  @Test
  void are_told_of_to_head() {
    ApiResponse head = client.send("HEAD", "/hosts/export/csv", BodyPublishers.noBody(), List.of());
    assertThat(List.of(head.header("Content-Type").toLowerCase(), head.text()))
        .containsExactly("text/csv;charset=utf-8", "");
  }

  @Test
  void tell_a_service_as_it_reads() {
    TestHost host = estate.host();
    String id = host.service("a, \"b\"\nc");
    var read = host.read(id);
    assertThat(client.get("/services/export/csv?ids=" + id).text().split("\r\n", 2)[1])
        .isEqualTo(
            "%s,\"a, \"\"b\"\"\nc\",Web Service,%s,%s,Manual,%d,%s,%s\r\n"
                .formatted(
                    id,
                    host.id(),
                    estate.id("network"),
                    read.get("position").asInt(),
                    read.get("created_at").asText(),
                    read.get("updated_at").asText()));
  }

  @Test
  void tell_the_kinds_of_bindings() {
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
  void tell_a_port_by_its_name() {
    assertThat(lines("/ports/export/csv?ids=" + estate.id("port")).get(1))
        .contains(",80,Tcp,Http," + estate.id("host"));
  }

  @Test
  void leave_empty_what_is_null_and_tell_what_is_not() {
    assertThat(lines("/hosts/export/csv?ids=" + estate.id("host")).get(1))
        .contains(",host,,," + estate.id("network") + ",Manual,false,");
  }

  @Test
  void tell_the_subnets_that_every_network_has() {
    TestNetwork network = tenant.network();
    assertThat(lines("/subnets/export/csv?order_by=name&network_id=" + network.id()).get(1))
        .contains(",Internet,0.0.0.0/0,Internet,," + network.id() + ",System,");
  }

  @Test
  void take_the_sting_out_of_formulas() {
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
  void are_text_in_utf_8() {
    String tag = tenant.tag(JsonBody.emoji(3) + "é");
    assertThat(client.get("/tags/export/csv").text())
        .contains(tag + "," + JsonBody.emoji(3) + "é,");
  }

  @Test
  void show_nothing_to_a_key_without_networks() {
    assertThat(lines(tenant.key("Viewer").get("/hosts/export/csv"))).hasSize(1);
  }

  @Test
  void show_nothing_of_others() {
    Fixture other = Fixture.create();
    assertThat(ids("/hosts/export/csv?ids=" + other.id("host"))).isEmpty();
    assertThat(ids("/hosts/export/csv?network_id=" + UUID.randomUUID())).isEmpty();
  }
}
