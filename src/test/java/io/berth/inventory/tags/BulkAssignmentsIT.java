package io.berth.inventory.tags;

import static io.berth.inventory.tags.Tagging.affected;
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

/** A tag is put on many things, or taken off them. */
class BulkAssignmentsIT {
  private final TestTenant tenant = TestTenant.create();
  private final ApiClient client = tenant.owner();
  private final Tagging tagging = new Tagging(client);
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
  void a_tag_is_put_on_and_taken_off_many(String type) {
    List<String> ids =
        List.of(
            Fixture.of(tenant).id(type.toLowerCase(Locale.ROOT)),
            Fixture.of(tenant).id(type.toLowerCase(Locale.ROOT)));
    assertThat(affected(tagging.add(type, ids, tag))).isEqualTo(2);
    assertThat(ids).allSatisfy(id -> assertThat(tagging.tagsOf(type, id)).containsExactly(tag));
    assertThat(affected(tagging.remove(type, ids, tag))).isEqualTo(2);
    assertThat(ids).allSatisfy(id -> assertThat(tagging.tagsOf(type, id)).isEmpty());
  }

  @Test
  void a_tag_that_is_added_comes_last() {
    String host = network.host().id();
    tagging.set("Host", host, other).data();
    tagging.add("Host", List.of(host), tag).data();
    assertThat(tagging.tagsOf("Host", host)).containsExactly(other, tag);
  }

  @Test
  void a_tag_that_is_taken_off_leaves_the_others() {
    String host = network.host().id();
    tagging.set("Host", host, tag, other).data();
    tagging.remove("Host", List.of(host), tag).data();
    assertThat(tagging.tagsOf("Host", host)).containsExactly(other);
  }

  @Test
  void only_what_changes_is_counted() {
    List<String> hosts = hosts(3);
    tagging.add("Host", hosts.subList(0, 1), tag).data();
    assertThat(affected(tagging.add("Host", hosts, tag))).isEqualTo(2);
    assertThat(affected(tagging.add("Host", hosts, tag))).isZero();
    assertThat(affected(tagging.remove("Host", hosts.subList(1, 3), tag))).isEqualTo(2);
    assertThat(affected(tagging.remove("Host", hosts, tag))).isEqualTo(1);
  }

  @Test
  void an_entity_named_twice_is_one() {
    String host = network.host().id();
    assertThat(affected(tagging.add("Host", List.of(host, host), tag))).isEqualTo(1);
    assertThat(tagging.tagsOf("Host", host)).containsExactly(tag);
    assertThat(affected(tagging.remove("Host", List.of(host, host), tag))).isEqualTo(1);
  }

  @Test
  void entities_that_are_unknown_or_not_to_be_seen_are_passed_over_alike() {
    String host = network.host().id();
    Fixture foreign = Fixture.create();
    List<String> hosts = List.of(Fixture.unknown(), host, foreign.id("host"));
    assertThat(affected(tagging.add("Host", hosts, tag))).isEqualTo(1);
    assertThat(affected(tagging.remove("Host", hosts, tag))).isEqualTo(1);
    assertThat(foreign.owner().get("/hosts/" + foreign.id("host")).data().get("tags")).isEmpty();
  }

  @Test
  void a_key_marks_only_what_stands_in_its_networks() {
    String near = network.host().id();
    String far = tenant.network().host().id();
    Tagging scoped = new Tagging(tenant.key("Member", network));
    scoped.set("Host", far, tag).refused(404, "entity_not_found");
    assertThat(affected(scoped.add("Host", List.of(near, far), tag))).isEqualTo(1);
  }

  @Test
  void a_key_without_networks_marks_nothing() {
    String host = network.host().id();
    Tagging nowhere = new Tagging(tenant.key("Member"));
    assertThat(affected(nowhere.add("Host", List.of(host), tag))).isZero();
    nowhere.set("Host", host).refused(404, "entity_not_found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bulk-add", "bulk-remove"})
  void no_entities_are_refused(String operation) {
    client
        .post("/tags/assign/" + operation, Tagging.body("Host", List.of(), tag))
        .refused(400, "validation_bulk_empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"entity_type", "entity_ids", "tag_id"})
  void a_bulk_assignment_needs(String member) {
    client
        .post(
            "/tags/assign/bulk-add",
            JsonBody.without(Tagging.body("Host", List.of(Fixture.unknown()), tag), member))
        .refusedAt(member, 400, "missing_field");
  }
}
