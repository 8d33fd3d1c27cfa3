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

/** Interfaces that are replaced, and that go. */
class InterfaceChangesIT {
  private final TestNetwork network = TestTenant.create().network();
  private final TestHost host = network.host();
  private final ApiClient client = network.client();
  private final Map<String, Object> body = host.interfaceBody("10.0.0.1");

  private ApiResponse create(Object... members) {
    return client.post("/interfaces", JsonBody.with(body, members));
  }

  @Test
  void is_replaced_as_it_reads_later() {
    String id = create("name", "eth0").id();
    ApiResponse changed = client.put("/interfaces/" + id, host.interfaceBody("10.0.0.2"));
    assertThat(client.get("/interfaces/" + id).data()).isEqualTo(changed.data());
  }

  @Test
  void keeps_id_and_time_of_making_and_changes_its_time_of_change() {
    ApiResponse before = create();
    ApiResponse after =
        client.put("/interfaces/" + before.id(), JsonBody.with(body, "id", Fixture.unknown()));
    assertThat(after.text("id") + after.text("created_at"))
        .isEqualTo(before.text("id") + before.text("created_at"));
    assertThat(Instant.parse(after.text("updated_at")))
        .isAfter(Instant.parse(before.text("updated_at")));
  }

  @Test
  void refuses_an_address_outside_the_subnet_on_put() {
    client
        .put("/interfaces/" + create().id(), host.interfaceBody("10.1.0.1"))
        .refusedAt("ip_address", 400, "validation_failed");
  }

  @Test
  void refuses_the_address_of_another_one_on_put() {
    String id = create().id();
    create("ip_address", "10.0.0.2").data();
    client
        .put("/interfaces/" + id, host.interfaceBody("10.0.0.2"))
        .refused(409, "duplicate_interface");
  }

  @Test
  void does_not_move_while_a_binding_refers_to_it() {
    String id = create().id();
    host.service("web", TestHost.onInterface(id));
    client
        .put("/interfaces/" + id, network.host().interfaceBody("10.0.0.1"))
        .refused(409, "entity_in_use");
  }

  @Test
  void takes_its_bindings_along_and_leaves_the_service() {
    String id = create().id();
    String service = host.service("web", TestHost.onPort(host.port(80), id));
    client.delete("/interfaces/" + id).data();
    assertThat(client.get("/services/" + service).data().get("bindings")).isEmpty();
    UUID gone = UUID.fromString(id);
    assertThat(Sql.number("select count(*) from binding where interface_id = ?", gone)).isZero();
  }
}
