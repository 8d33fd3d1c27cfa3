package io.berth.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.testing.ApiClient;
import io.berth.testing.ApiResponse;
import io.berth.testing.Fixture;
import io.berth.testing.JsonBody;
import io.berth.testing.Sql;
import io.berth.testing.TestHost;
import io.berth.testing.TestNetwork;
import io.berth.testing.TestTenant;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** PUT and DELETE of interfaces. */
class InterfaceChangesIT {
  private final TestNetwork network = TestTenant.create().network();
  private final TestHost host = network.host();
  private final ApiClient client = network.client();
  private final Map<String, Object> body = host.interfaceBody("10.0.0.1");

  private ApiResponse create(Object... members) {
    return client.post("/interfaces", JsonBody.with(body, members));
  }

  @Test
  void get_returns_what_put_returned() {
    String id = create("name", "eth0").id();
    ApiResponse changed = client.put("/interfaces/" + id, host.interfaceBody("10.0.0.2"));
    assertThat(client.get("/interfaces/" + id).data()).isEqualTo(changed.data());
  }

  @Test
  void put_keeps_id_and_created_at_and_advances_updated_at() {
    ApiResponse before = create();
    ApiResponse after =
        client.put("/interfaces/" + before.id(), JsonBody.with(body, "id", Fixture.unknown()));
    assertThat(after.text("id") + after.text("created_at"))
        .isEqualTo(before.text("id") + before.text("created_at"));
    assertThat(Instant.parse(after.text("updated_at")))
        .isAfter(Instant.parse(before.text("updated_at")));
  }

  @Test
  void put_refuses_an_address_outside_the_subnet() {
    client
        .put("/interfaces/" + create().id(), host.interfaceBody("10.1.0.1"))
        .refusedAt("ip_address", 400, "validation_failed");
  }

  @Test
  void put_refuses_the_address_of_another_interface() {
    String id = create().id();
    create("ip_address", "10.0.0.2").data();
    client
        .put("/interfaces/" + id, host.interfaceBody("10.0.0.2"))
        .refused(409, "duplicate_interface");
  }

  @Test
  void refuses_to_move_an_interface_with_bindings() {
    String id = create().id();
    host.service("web", TestHost.onInterface(id));
    client
        .put("/interfaces/" + id, network.host().interfaceBody("10.0.0.1"))
        .refused(409, "entity_in_use");
  }

  @Test
  void delete_also_deletes_the_bindings_but_not_the_service() {
    String id = create().id();
    String service = host.service("web", TestHost.onPort(host.port(80), id));
    client.delete("/interfaces/" + id).data();
    assertThat(client.get("/services/" + service).data().get("bindings")).isEmpty();
    UUID deletedId = UUID.fromString(id);
    assertThat(Sql.number("select count(*) from binding where interface_id = ?", deletedId))
        .isZero();
  }
}
