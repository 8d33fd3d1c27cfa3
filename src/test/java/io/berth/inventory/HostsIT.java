package io.berth.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.testing.ApiClient;
import io.berth.testing.ApiResponse;
import io.berth.testing.Fixture;
import io.berth.testing.JsonBody;
import io.berth.testing.Sql;
import io.berth.testing.TestHost;
import io.berth.testing.TestNetwork;
import io.berth.testing.TestTenant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostsIT {
  private final TestTenant tenant = TestTenant.create();
  private final TestNetwork network = tenant.network();
  private final ApiClient client = network.client();
  private final Map<String, Object> body = network.hostBody("h");

  private ApiResponse create(Object... members) {
    return client.post("/hosts", JsonBody.with(body, members));
  }

  @Test
  void create_returns_all_members() {
    assertThat(create().members())
        .containsExactly(
            "created_at",
            "description",
            "hidden",
            "hostname",
            "id",
            "interfaces",
            "ip_addresses",
            "name",
            "network_id",
            "ports",
            "services",
            "source",
            "tags",
            "updated_at",
            "virtualization");
  }

  @Test
  void creates_a_host_of_a_name_and_a_network() {
    ApiResponse created = client.post("/hosts", Map.of("name", "h", "network_id", network.id()));
    JsonNode host = created.data();
    assertThat(
            Stream.of("hidden", "hostname", "virtualization", "source", "tags", "interfaces")
                .map(member -> host.get(member).toString()))
        .containsExactly("false", "null", "null", "{\"type\":\"Manual\"}", "[]", "[]");
  }

  @Test
  void get_returns_what_create_returned() {
    ApiResponse created =
        create(
            "hostname",
            "h.example",
            "description",
            "d",
            "hidden",
            true,
            "tags",
            List.of(tenant.tag("t")));
    assertThat(client.get("/hosts/" + created.id()).data()).isEqualTo(created.data());
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "network_id"})
  void refuses_a_missing_member(String member) {
    client.post("/hosts", JsonBody.without(body, member)).refusedAt(member, 400, "missing_field");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name|1",
        "network_id|1",
        "network_id|\"x\"",
        "hostname|1",
        "description|1",
        "hidden|\"true\"",
        "hidden|1",
        "hidden|\"\"",
        "tags|1",
        "virtualization|1",
        "virtualization|\"\"",
        "virtualization.type|{\"type\":\"Docker\",\"details\":{}}",
        "virtualization.type|{\"type\":1,\"details\":{}}",
        "virtualization.details|{\"type\":\"Proxmox\",\"details\":1}",
        "virtualization.details.service_id|{\"type\":\"Proxmox\",\"details\":{\"service_id\":1}}"
      })
  void refuses_a_value_of_another_type(String member, String json) {
    client
        .post("/hosts", JsonBody.withJson(body, member.replaceAll("\\..*", ""), json))
        .refusedAt(member, 400, "invalid_value");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "virtualization.type|{\"details\":{\"service_id\":\"ID\"}}",
        "virtualization.details|{\"type\":\"Proxmox\"}",
        "virtualization.details.service_id|{\"type\":\"Proxmox\",\"details\":{}}"
      })
  void refuses_an_incomplete_virtualization(String member, String json) {
    String sent = json.replace("ID", Fixture.unknown());
    client
        .post("/hosts", JsonBody.withJson(body, "virtualization", sent))
        .refusedAt(member, 400, "missing_field");
  }

  @ParameterizedTest
  @CsvSource({"name, 100", "name, 0", "description, 500", "hostname, 253", "hostname, 0"})
  void accepts_a_text_at_the_limit(String member, int length) {
    String text = JsonBody.emoji(length);
    assertThat(create(member, text).text(member)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"name, 101", "description, 501", "hostname, 254"})
  void refuses_a_text_over_the_limit(String member, int length) {
    create(member, JsonBody.emoji(length)).refusedAt(member, 400, "validation_failed");
  }

  @Test
  void stores_a_virtualization() {
    String runner = network.host().service("runner");
    Map<String, Object> details =
        JsonBody.of("vm_name", "web", "vm_id", null, "service_id", runner);
    ApiResponse created = create("virtualization", Map.of("type", "Proxmox", "details", details));
    assertThat(client.get("/hosts/" + created.id()).data().get("virtualization").toString())
        .isEqualTo(
            "{\"type\":\"Proxmox\",\"details\":{\"vm_name\":\"web\",\"vm_id\":null,"
                + "\"service_id\":\"%s\"}}".formatted(runner));
  }

  @Test
  void refuses_an_unknown_network() {
    create("network_id", Fixture.unknown()).refused(403, "entity_access_denied");
  }

  @Test
  void refuses_an_unknown_tag() {
    create("tags", List.of(Fixture.unknown())).refused(400, "unknown_reference");
  }

  @Test
  void stores_nothing_if_a_tag_is_refused() {
    create("tags", List.of(Fixture.unknown()));
    UUID id = UUID.fromString(network.id());
    assertThat(Sql.number("select count(*) from host where network_id = ?", id)).isZero();
  }

  @Test
  void assigns_a_repeated_tag_once() {
    String tag = tenant.tag("t");
    assertThat(create("tags", List.of(tag, tag)).data().get("tags")).hasSize(1);
  }

  @Test
  void ignores_read_only_members() {
    assertThat(create("created_at", "x", "updated_at", 1, "source", "x").id()).isNotEmpty();
  }

  @Test
  void get_returns_children_in_order() {
    TestHost host = network.host();
    List<String> ports = List.of(host.port(443), host.port(80));
    List<String> interfaces = List.of(host.iface(), host.iface());
    List<String> services = List.of(host.service("b"), host.service("a"));
    ApiResponse response = client.get("/hosts/" + host.id());
    assertThat(
            List.of(
                response.data().get("ports").findValuesAsText("id"),
                response.data().get("interfaces").findValuesAsText("id"),
                response.data().get("services").findValuesAsText("id")))
        .containsExactly(ports, interfaces, services);
  }

  @Test
  void get_returns_children_as_their_own_resources_do() {
    TestHost host = network.host();
    String port = host.port(443);
    String iface = host.iface();
    String service = host.service("a", TestHost.onPort(port, iface));
    JsonNode read = client.get("/hosts/" + host.id()).data();
    assertThat(Stream.of(read.at("/ports/0"), read.at("/interfaces/0"), read.at("/services/0")))
        .containsExactly(
            client.get("/ports/" + port).data(),
            client.get("/interfaces/" + iface).data(),
            client.get("/services/" + service).data());
  }

  @Test
  void list_filters_by_network_ids_and_tags() {
    String tag = tenant.tag("t");
    String tagged = create("tags", List.of(tag)).id();
    String plain = create().id();
    String elsewhere = tenant.network().host().id();
    String ids = "ids=" + tagged + "&ids=" + plain + "&ids=" + elsewhere;
    assertThat(
            List.of(
                client.get("/hosts?network_id=" + network.id()).ids(),
                client.get("/hosts?" + ids).ids(),
                client.get("/hosts?ids=" + plain).ids(),
                client.get("/hosts?tag_ids=" + tag + "&tag_ids=" + Fixture.unknown()).ids(),
                client.get("/hosts?tag_ids=" + tag + "&ids=" + plain).ids()))
        .containsExactly(
            List.of(tagged, plain),
            List.of(tagged, plain, elsewhere),
            List.of(plain),
            List.of(tagged),
            List.of());
  }

  @Test
  void lists_a_host_with_two_matching_tags_once() {
    List<String> tags = List.of(tenant.tag("a"), tenant.tag("b"));
    String id = create("tags", tags).id();
    ApiResponse listed = client.get("/hosts?tag_ids=" + tags.get(0) + "&tag_ids=" + tags.get(1));
    assertThat(listed.ids() + " " + listed.pagination().get("total_count"))
        .isEqualTo("[" + id + "] 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"network_id", "ids", "tag_ids"})
  void list_refuses_a_filter_that_is_no_id(String filter) {
    client.get("/hosts?" + filter + "=x").refusedAt(filter, 400, "invalid_value");
  }

  @Test
  void does_not_split_ids_at_commas() {
    String ids = create().id() + "," + create().id();
    client.get("/hosts?ids=" + ids).refusedAt("ids", 400, "invalid_value");
  }
}
