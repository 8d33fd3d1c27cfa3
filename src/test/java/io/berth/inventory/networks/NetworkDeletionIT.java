package io.berth.inventory.networks;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.Fixture;
import io.berth.testing.JsonBody;
import io.berth.testing.Sql;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes with a network. */
class NetworkDeletionIT {
  private final Fixture estate = Fixture.create();
  private final UUID network = UUID.fromString(estate.id("network"));

  private long left(String table) {
    return Sql.number("select count(*) from " + table + " where network_id = ?", network);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "subnet",
        "host",
        "interface",
        "port",
        "service",
        "binding",
        "api_key_network",
        "tag_assignment"
      })
  void takes_along_every(String table) {
    Sql.update(
        "insert into tag_assignment (id, tag_id, network_id) values (?, ?, ?)",
        UUID.randomUUID(),
        UUID.fromString(estate.id("tag")),
        network);
    assertThat(left(table)).isPositive();
    estate.owner().delete("/networks/" + network).data();
    assertThat(left(table)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"host", "service", "subnet"})
  void takes_along_the_tags_of_every(String kind) {
    String path = "/" + kind + "s/" + estate.id(kind);
    Map<String, Object> body = JsonBody.of(estate.owner().get(path).data());
    List<String> tags = List.of(estate.id("tag"));
    estate
        .owner()
        .put(
            path,
            JsonBody.with(body, "tags", tags, "interfaces", null, "ports", null, "services", null))
        .data();
    UUID tag = UUID.fromString(estate.id("tag"));
    assertThat(Sql.number("select count(*) from tag_assignment where tag_id = ?", tag)).isOne();
    estate.owner().post("/networks/bulk-delete", List.of(network)).data();
    assertThat(Sql.number("select count(*) from tag_assignment where tag_id = ?", tag)).isZero();
  }

  @Test
  void leaves_the_tags_of_the_organization() {
    estate.owner().delete("/networks/" + network).data();
    assertThat(estate.owner().get("/tags").ids()).containsExactly(estate.id("tag"));
  }

  @Test
  void leaves_the_other_networks() {
    Fixture other = Fixture.of(estate.tenant());
    estate.owner().delete("/networks/" + network).data();
    assertThat(estate.owner().get("/hosts").ids())
        .containsExactly(other.id("host"), other.id("another"));
  }
}
