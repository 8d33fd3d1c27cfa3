package io.berth.inventory.tags;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.ApiClient;
import io.berth.testing.Fixture;
import io.berth.testing.TestTenant;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of what has a tag. */
class TagFiltersIT {
  private final TestTenant tenant = TestTenant.create();
  private final ApiClient client = tenant.owner();
  private final Tagging tagging = new Tagging(client);
  private final String tag = tenant.tag("a");
  private final String other = tenant.tag("b");

  @ParameterizedTest
  @ValueSource(strings = {"hosts", "services"})
  void lists_show_what_has_any_of_the_tags(String list) {
    String kind = list.substring(0, list.length() - 1);
    String type = kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1);
    String first = Fixture.of(tenant).id(kind);
    String second = Fixture.of(tenant).id(kind);
    Fixture.of(tenant);
    tagging.set(type, first, tag).data();
    tagging.set(type, second, other, tag).data();
    assertThat(client.get("/" + list + "?tag_ids=" + tag + "&tag_ids=" + other).ids())
        .containsExactly(first, second);
    assertThat(client.get("/" + list + "?tag_ids=" + other).ids()).containsExactly(second);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hosts", "services"})
  void lists_show_nothing_for_a_tag_of_another_s(String list) {
    Fixture foreign = Fixture.create();
    new Tagging(foreign.owner()).set("Host", foreign.id("host"), foreign.id("tag")).data();
    Fixture.of(tenant);
    assertThat(client.get("/" + list + "?tag_ids=" + foreign.id("tag")).ids()).isEmpty();
  }
}
