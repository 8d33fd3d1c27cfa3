package io.berth.inventory;

import static io.berth.testing.HostContents.iface;
import static io.berth.testing.HostContents.newId;
import static io.berth.testing.HostContents.port;
import static io.berth.testing.HostContents.service;
import static io.berth.testing.TestHost.onPort;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.testing.ApiResponse;
import io.berth.testing.JsonBody;
import io.berth.testing.TestHost;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The nil UUID as an id: the server generates an id for each occurrence. */
class NilIdsIT extends NewHostBodies {
  private static final String NIL = "00000000-0000-0000-0000-000000000000";

  private Map<String, Object> body(String name) {
    return JsonBody.with(
        network.hostBody(name),
        "interfaces",
        List.of(iface(NIL, network, "10.0.9.3"), iface(NIL, network, "10.0.9.4")),
        "ports",
        List.of(port(http, 80), port(https, 443), port(NIL, 81), port(NIL, 82)),
        "services",
        List.of(
            service(NIL, "a", nil(onPort(http)), nil(onPort(https))),
            service(NIL, "b"),
            service(NIL, "c")));
  }

  private static Map<String, Object> nil(Map<String, Object> binding) {
    return JsonBody.with(binding, "id", NIL);
  }

  private static void assertGeneratedIds(JsonNode host) {
    List<String> ids = new ArrayList<>();
    for (String list : List.of("interfaces", "ports", "services")) {
      host.get(list).forEach(entry -> ids.add(entry.get("id").asText()));
    }
    host.at("/services/0/bindings").forEach(binding -> ids.add(binding.get("id").asText()));
    assertThat(ids).hasSize(2 + 4 + 3 + 2).doesNotContain(NIL).doesNotHaveDuplicates();
  }

  @Test
  void generates_the_ids_of_the_children_of_a_new_host() {
    JsonNode created = client.post("/hosts", body("h")).data();
    assertGeneratedIds(created);
    assertThat(client.get("/hosts/" + created.get("id").asText()).data()).isEqualTo(created);
  }

  @Test
  void generates_the_ids_of_the_children_of_a_changed_host() {
    String host = network.host().id();
    assertGeneratedIds(client.put("/hosts/" + host, body("h")).data());
  }

  @Test
  void refuses_the_nil_uuid_as_a_reference() {
    ApiResponse refused =
        create(
            "ports",
            List.of(port(NIL, 80)),
            "services",
            List.of(service(web, "web", JsonBody.with(onPort(NIL), "id", newId()))));
    assertThat(refused.refused(400, "binding_wrong_host").param("id")).isEqualTo(NIL);
  }

  @Test
  void generates_the_ids_of_the_bindings_of_a_service() {
    TestHost host = network.host();
    ApiResponse created =
        host.tryService("web", nil(onPort(host.port(80))), nil(onPort(host.port(443))));
    assertThat(texts(created.data().get("bindings"), "id"))
        .hasSize(2)
        .doesNotContain(NIL)
        .doesNotHaveDuplicates();
  }

  @Test
  void keeps_the_id_of_an_equal_stored_binding() {
    TestHost host = network.host();
    String one = host.port(80);
    String service = host.service("web", onPort(one));
    String before = host.bindingsOf(service).get(0);
    host.tryReplace(service, "web", nil(onPort(one)), nil(onPort(host.port(443)))).data();
    assertThat(host.bindingsOf(service)).hasSize(2).contains(before).doesNotContain(NIL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/services", "/bindings", "/tags", "/subnets", "/networks", "/auth/keys"})
  void ignores_the_nil_uuid_where_the_server_always_generates_ids(String path) {
    TestHost host = network.host();
    Map<String, Object> all =
        JsonBody.with(
            host.bindingBody(host.service("s"), onPort(host.port(80))),
            "host_id",
            host.id(),
            "service_definition",
            "d",
            "name",
            "n",
            "color",
            "Red",
            "cidr",
            "10.9.0.0/16",
            "subnet_type",
            "Lan",
            "organization_id",
            tenant.organization(),
            "id",
            NIL);
    JsonNode created = client.post(path, all).data();
    JsonNode entity = created.has("api_key") ? created.get("api_key") : created;
    assertThat(entity.get("id").asText()).isNotEqualTo(NIL);
  }
}
