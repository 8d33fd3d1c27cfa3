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

/** One thing is given its tags. */
class AssignmentsIT {
  private final TestTenant tenant = TestTenant.create();
  private final ApiClient client = tenant.owner();
  private final Tagging tagging = new Tagging(client);
  private final TestNetwork network = tenant.network();
  private final String tag = tenant.tag("a");
  private final String other = tenant.tag("b");

  @ParameterizedTest
  @ValueSource(strings = {"Host", "Service", "Subnet", "Network"})
  void an_entity_has_exactly_the_tags_that_it_is_given(String type) {
    String id = Fixture.of(tenant).id(type.toLowerCase(Locale.ROOT));
    tagging.set(type, id, other, tag).data();
    assertThat(tagging.set(type, id, tag).data().isNull()).isTrue();
    assertThat(tagging.tagsOf(type, id)).containsExactly(tag);
  }

  @Test
  void tags_keep_the_order_in_which_they_are_given() {
    String host = network.host().id();
    String third = tenant.tag("c");
    tagging.set("Host", host, third, tag, other).data();
    assertThat(tagging.tagsOf("Host", host)).containsExactly(third, tag, other);
  }

  @Test
  void a_tag_given_twice_is_one() {
    String host = network.host().id();
    tagging.set("Host", host, tag, other, tag).data();
    assertThat(tagging.tagsOf("Host", host)).containsExactly(tag, other);
  }

  @Test
  void no_tags_are_none() {
    String host = network.host().id();
    tagging.set("Host", host, tag).data();
    tagging.set("Host", host).data();
    assertThat(tagging.tagsOf("Host", host)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Host", "Service", "Subnet", "Network"})
  void an_entity_that_is_unknown_is_not_found(String type) {
    String id = Fixture.unknown();
    ApiResponse refused = tagging.set(type, id, tag).refused(404, "entity_not_found");
    assertThat(List.of(refused.param("entity"), refused.param("id"))).containsExactly(type, id);
  }

  @Test
  void an_entity_of_another_type_is_not_found() {
    tagging.set("Subnet", network.host().id(), tag).refused(404, "entity_not_found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"unknown", "foreign"})
  void a_tag_of_nobody_s_or_of_another_s_is_refused(String whose) {
    String host = network.host().id();
    String id = whose.equals("foreign") ? TestTenant.create().tag("x") : Fixture.unknown();
    tagging.set("Host", host, other).data();
    tagging.set("Host", host, tag, id).refused(400, "unknown_reference");
    client
        .post("/tags/assign/bulk-add", Tagging.body("Host", List.of(host), id))
        .refused(400, "unknown_reference");
    client
        .post("/tags/assign/bulk-remove", Tagging.body("Host", List.of(host), id))
        .refused(400, "unknown_reference");
    assertThat(tagging.tagsOf("Host", host)).containsExactly(other);
  }

  @ParameterizedTest
  @ValueSource(strings = {"entity_type", "entity_id", "tag_ids"})
  void an_assignment_needs(String member) {
    client
        .put(
            "/tags/assign",
            JsonBody.without(Tagging.body("Host", Fixture.unknown(), List.of()), member))
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
  void an_assignment_refuses(String member, String json) {
    client
        .put(
            "/tags/assign",
            JsonBody.withJson(Tagging.body("Host", network.host().id(), List.of()), member, json))
        .refusedAt(member, 400, "invalid_value");
  }

  @Test
  void a_tag_without_an_id_is_refused() {
    client
        .put(
            "/tags/assign",
            JsonBody.withJson(
                Tagging.body("Host", network.host().id(), List.of()), "tag_ids", "[null]"))
        .refusedAt("tag_ids[0]", 400, "missing_field");
  }

  @Test
  void the_entity_itself_does_not_change() {
    String host = network.host().id();
    String before = tagging.read("Host", host).get("updated_at").asText();
    tagging.set("Host", host, tag).data();
    assertThat(tagging.read("Host", host).get("updated_at").asText()).isEqualTo(before);
  }
}
