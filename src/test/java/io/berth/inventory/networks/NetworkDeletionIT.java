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

/** Deleting a network with everything in it. */
class NetworkDeletionIT {
  private final Fixture fixture = Fixture.create();
  private final UUID network = UUID.fromString(fixture.id("network"));

  private long countRows(String table) {
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
  void deletes_the_rows_of_every_table(String table) {
    Sql.update(
        "insert into tag_assignment (id, tag_id, network_id) values (?, ?, ?)",
        UUID.randomUUID(),
        UUID.fromString(fixture.id("tag")),
        network);
    assertThat(countRows(table)).isPositive();
    fixture.owner().delete("/networks/" + network).data();
    assertThat(countRows(table)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"host", "service", "subnet"})
  void deletes_the_tag_assignments_of_its_entities(String kind) {
    String path = "/" + kind + "s/" + fixture.id(kind);
    Map<String, Object> body = JsonBody.of(fixture.owner().get(path).data());
    List<String> tags = List.of(fixture.id("tag"));
    fixture
        .owner()
        .put(
            path,
            JsonBody.with(body, "tags", tags, "interfaces", null, "ports", null, "services", null))
        .data();
    UUID tag = UUID.fromString(fixture.id("tag"));
    assertThat(Sql.number("select count(*) from tag_assignment where tag_id = ?", tag)).isOne();
    fixture.owner().post("/networks/bulk-delete", List.of(network)).data();
    assertThat(Sql.number("select count(*) from tag_assignment where tag_id = ?", tag)).isZero();
  }

  @Test
  void keeps_the_tags_of_the_organization() {
    fixture.owner().delete("/networks/" + network).data();
    assertThat(fixture.owner().get("/tags").ids()).containsExactly(fixture.id("tag"));
  }

  @Test
  void keeps_other_networks() {
    Fixture other = Fixture.of(fixture.tenant());
    fixture.owner().delete("/networks/" + network).data();
    assertThat(fixture.owner().get("/hosts").ids())
        .containsExactly(other.id("host"), other.id("another"));
  }
}
