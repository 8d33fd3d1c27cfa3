package io.berth.inventory.tags;

import static io.berth.inventory.tags.TagAssignmentClient.affected;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.ApiClient;
import io.berth.testing.Fixture;
import io.berth.testing.JsonBody;
import io.berth.testing.TestNetwork;
import io.berth.testing.TestTenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Adding a tag to many entities, and removing it. */
class BulkAssignmentsIT {
  private final TestTenant tenant = TestTenant.create();
  private final ApiClient client = tenant.owner();
  private final TagAssignmentClient assignments = new TagAssignmentClient(client);
  private final TestNetwork network = tenant.network();
  private final String tag = tenant.tag("a");
  private final String other = tenant.tag("b");

  private List<String> hosts(int count) {
    List<String> hosts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      hosts.add(network.host().id());
    }
    return hosts;
  }

  @ParameterizedTest
  @ValueSource(strings = {"Host", "Service", "Subnet", "Network"})
  void adds_and_removes_a_tag_of_many_entities(String type) {
    List<String> ids =
        List.of(
            Fixture.of(tenant).id(type.toLowerCase(Locale.ROOT)),
            Fixture.of(tenant).id(type.toLowerCase(Locale.ROOT)));
    assertThat(affected(assignments.add(type, ids, tag))).isEqualTo(2);
    assertThat(ids).allSatisfy(id -> assertThat(assignments.tagsOf(type, id)).containsExactly(tag));
    assertThat(affected(assignments.remove(type, ids, tag))).isEqualTo(2);
    assertThat(ids).allSatisfy(id -> assertThat(assignments.tagsOf(type, id)).isEmpty());
  }

  @Test
  void appends_an_added_tag() {
    String host = network.host().id();
    assignments.set("Host", host, other).data();
    assignments.add("Host", List.of(host), tag).data();
    assertThat(assignments.tagsOf("Host", host)).containsExactly(other, tag);
  }

  @Test
  void keeps_the_other_tags_when_one_is_removed() {
    String host = network.host().id();
    assignments.set("Host", host, tag, other).data();
    assignments.remove("Host", List.of(host), tag).data();
    assertThat(assignments.tagsOf("Host", host)).containsExactly(other);
  }

  @Test
  void counts_only_changed_entities() {
    List<String> hosts = hosts(3);
    assignments.add("Host", hosts.subList(0, 1), tag).data();
    assertThat(affected(assignments.add("Host", hosts, tag))).isEqualTo(2);
    assertThat(affected(assignments.add("Host", hosts, tag))).isZero();
    assertThat(affected(assignments.remove("Host", hosts.subList(1, 3), tag))).isEqualTo(2);
    assertThat(affected(assignments.remove("Host", hosts, tag))).isEqualTo(1);
  }

  @Test
  void counts_a_duplicate_entity_once() {
    String host = network.host().id();
    assertThat(affected(assignments.add("Host", List.of(host, host), tag))).isEqualTo(1);
    assertThat(assignments.tagsOf("Host", host)).containsExactly(tag);
    assertThat(affected(assignments.remove("Host", List.of(host, host), tag))).isEqualTo(1);
  }

  @Test
  void skips_unknown_entities_and_those_of_another_tenant() {
    String host = network.host().id();
    Fixture otherTenant = Fixture.create();
    List<String> hosts = List.of(Fixture.unknown(), host, otherTenant.id("host"));
    assertThat(affected(assignments.add("Host", hosts, tag))).isEqualTo(1);
    assertThat(affected(assignments.remove("Host", hosts, tag))).isEqualTo(1);
    assertThat(otherTenant.owner().get("/hosts/" + otherTenant.id("host")).data().get("tags"))
        .isEmpty();
  }

  @Test
  void tags_only_entities_in_the_networks_of_the_key() {
    String accessible = network.host().id();
    String inaccessible = tenant.network().host().id();
    TagAssignmentClient scoped = new TagAssignmentClient(tenant.key("Member", network));
    scoped.set("Host", inaccessible, tag).refused(404, "entity_not_found");
    assertThat(affected(scoped.add("Host", List.of(accessible, inaccessible), tag))).isEqualTo(1);
  }

  @Test
  void tags_nothing_with_a_key_without_networks() {
    String host = network.host().id();
    TagAssignmentClient withoutNetworks = new TagAssignmentClient(tenant.key("Member"));
    assertThat(affected(withoutNetworks.add("Host", List.of(host), tag))).isZero();
    withoutNetworks.set("Host", host).refused(404, "entity_not_found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bulk-add", "bulk-remove"})
  void refuses_an_empty_list_of_entities(String operation) {
    client
        .post("/tags/assign/" + operation, TagAssignmentClient.body("Host", List.of(), tag))
        .refused(400, "validation_bulk_empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"entity_type", "entity_ids", "tag_id"})
  void requires_the_member(String member) {
    client
        .post(
            "/tags/assign/bulk-add",
            JsonBody.without(
                TagAssignmentClient.body("Host", List.of(Fixture.unknown()), tag), member))
        .refusedAt(member, 400, "missing_field");
  }
}
