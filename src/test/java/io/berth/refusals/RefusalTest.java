package io.berth.refusals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RefusalTest {
  private final UUID id = new UUID(1, 2);

  @Test
  void keeps_the_order_of_parameters() {
    Refusal refusal = new Refusal(Reason.PORT_CLAIMED, "No.", "port", "80/tcp", "service_id", id);
    assertThat(refusal.params()).containsExactly(entry("port", "80/tcp"), entry("service_id", id));
  }

  @Test
  void accepts_a_null_parameter() {
    Refusal refusal = new Refusal(Reason.BINDINGS_CONFLICT, "No.", "port_id", null);
    assertThat(refusal.params()).containsEntry("port_id", null);
  }

  @Test
  void not_found_has_the_entity_and_the_id() {
    Refusal refusal = Refusal.notFound("Service", id);
    assertThat(refusal.params()).containsExactly(entry("entity", "Service"), entry("id", id));
  }

  @Test
  void validation_failed_has_the_path_of_the_member() {
    Refusal refusal = Refusal.validationFailed("name", "is too long");
    assertThat(refusal.params())
        .containsExactly(
            entry("violations", List.of(Map.of("path", "name", "message", "is too long"))));
  }

  @Test
  void id_taken_has_the_id() {
    Refusal refusal = Refusal.idTaken(id);
    assertThat(refusal.params()).containsExactly(entry("id", id));
  }
}
