package io.berth.inventory.tags;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.ApiClient;
import io.berth.testing.Fixture;
import io.berth.testing.TestTenant;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists filtered by {@code tag_ids}. */
class TagFiltersIT {
  private final TestTenant tenant = TestTenant.create();
  private final ApiClient client = tenant.owner();
  private final TagAssignmentClient assignments = new TagAssignmentClient(client);
  private final String tag = tenant.tag("a");
  private final String other = tenant.tag("b");

  @ParameterizedTest
  @ValueSource(strings = {"hosts", "services"})
  void lists_entities_with_any_of_the_tags(String list) {
    String kind = list.substring(0, list.length() - 1);
    String type = kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1);
    String first = Fixture.of(tenant).id(kind);
    String second = Fixture.of(tenant).id(kind);
    Fixture.of(tenant);
    assignments.set(type, first, tag).data();
    assignments.set(type, second, other, tag).data();
    assertThat(client.get("/" + list + "?tag_ids=" + tag + "&tag_ids=" + other).ids())
        .containsExactly(first, second);
    assertThat(client.get("/" + list + "?tag_ids=" + other).ids()).containsExactly(second);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hosts", "services"})
  void lists_nothing_for_a_tag_of_another_tenant(String list) {
    Fixture otherTenant = Fixture.create();
    new TagAssignmentClient(otherTenant.owner())
        .set("Host", otherTenant.id("host"), otherTenant.id("tag"))
        .data();
    Fixture.of(tenant);
    assertThat(client.get("/" + list + "?tag_ids=" + otherTenant.id("tag")).ids()).isEmpty();
  }
}
