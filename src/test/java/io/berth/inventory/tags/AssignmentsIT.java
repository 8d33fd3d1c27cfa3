package io.berth.inventory.tags;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.ApiClient;
import io.berth.testing.ApiResponse;
import io.berth.testing.Fixture;
import io.berth.testing.JsonBody;
import io.berth.testing.TestNetwork;
import io.berth.testing.TestTenant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Replacing the tags of one entity. */
class AssignmentsIT {
  private final TestTenant tenant = TestTenant.create();
  private final ApiClient client = tenant.owner();
  private final TagAssignmentClient assignments = new TagAssignmentClient(client);
  private final TestNetwork network = tenant.network();
  private final String tag = tenant.tag("a");
  private final String other = tenant.tag("b");

  @ParameterizedTest
  @ValueSource(strings = {"Host", "Service", "Subnet", "Network"})
  void replaces_the_tags_of_an_entity(String type) {
    String id = Fixture.of(tenant).id(type.toLowerCase(Locale.ROOT));
    assignments.set(type, id, other, tag).data();
    assertThat(assignments.set(type, id, tag).data().isNull()).isTrue();
    assertThat(assignments.tagsOf(type, id)).containsExactly(tag);
  }

  @Test
  void keeps_the_order_of_tags() {
    String host = network.host().id();
    String third = tenant.tag("c");
    assignments.set("Host", host, third, tag, other).data();
    assertThat(assignments.tagsOf("Host", host)).containsExactly(third, tag, other);
  }

  @Test
  void stores_a_duplicate_tag_once() {
    String host = network.host().id();
    assignments.set("Host", host, tag, other, tag).data();
    assertThat(assignments.tagsOf("Host", host)).containsExactly(tag, other);
  }

  @Test
  void removes_all_tags() {
    String host = network.host().id();
    assignments.set("Host", host, tag).data();
    assignments.set("Host", host).data();
    assertThat(assignments.tagsOf("Host", host)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Host", "Service", "Subnet", "Network"})
  void does_not_find_an_unknown_entity(String type) {
    String id = Fixture.unknown();
    ApiResponse refused = assignments.set(type, id, tag).refused(404, "entity_not_found");
    assertThat(List.of(refused.param("entity"), refused.param("id"))).containsExactly(type, id);
  }

  @Test
  void does_not_find_an_entity_of_another_type() {
    assignments.set("Subnet", network.host().id(), tag).refused(404, "entity_not_found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"unknown", "foreign"})
  void refuses_an_unknown_tag_or_one_of_another_tenant(String owner) {
    String host = network.host().id();
    String id = owner.equals("foreign") ? TestTenant.create().tag("x") : Fixture.unknown();
    assignments.set("Host", host, other).data();
    assignments.set("Host", host, tag, id).refused(400, "unknown_reference");
    client
        .post("/tags/assign/bulk-add", TagAssignmentClient.body("Host", List.of(host), id))
        .refused(400, "unknown_reference");
    client
        .post("/tags/assign/bulk-remove", TagAssignmentClient.body("Host", List.of(host), id))
        .refused(400, "unknown_reference");
    assertThat(assignments.tagsOf("Host", host)).containsExactly(other);
  }

  @ParameterizedTest
  @ValueSource(strings = {"entity_type", "entity_id", "tag_ids"})
  void requires_the_member(String member) {
    client
        .put(
            "/tags/assign",
            JsonBody.without(
                TagAssignmentClient.body("Host", Fixture.unknown(), List.of()), member))
        .refusedAt(member, 400, "missing_field");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "entity_type|\"Key\"",
        "entity_type|\"UserApiKey\"",
        "entity_type|\"Port\"",
        "entity_type|\"host\"",
        "entity_type|1",
        "entity_id|\"x\"",
        "tag_ids|\"x\""
      })
  void refuses_a_malformed_member(String member, String json) {
    client
        .put(
            "/tags/assign",
            JsonBody.withJson(
                TagAssignmentClient.body("Host", network.host().id(), List.of()), member, json))
        .refusedAt(member, 400, "invalid_value");
  }

  @Test
  void refuses_a_null_tag() {
    client
        .put(
            "/tags/assign",
            JsonBody.withJson(
                TagAssignmentClient.body("Host", network.host().id(), List.of()),
                "tag_ids",
                "[null]"))
        .refusedAt("tag_ids[0]", 400, "missing_field");
  }

  @Test
  void does_not_change_the_entity_itself() {
    String host = network.host().id();
    String before = assignments.read("Host", host).get("updated_at").asText();
    assignments.set("Host", host, tag).data();
    assertThat(assignments.read("Host", host).get("updated_at").asText()).isEqualTo(before);
  }
}
