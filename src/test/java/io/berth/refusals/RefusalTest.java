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
  void keeps_its_parameters_in_their_order() {
    Refusal refusal = new Refusal(Reason.PORT_CLAIMED, "No.", "port", "80/tcp", "service_id", id);
    assertThat(refusal.params()).containsExactly(entry("port", "80/tcp"), entry("service_id", id));
  }

  @Test
  void takes_a_parameter_that_is_null() {
    Refusal refusal = new Refusal(Reason.BINDINGS_CONFLICT, "No.", "port_id", null);
    assertThat(refusal.params()).containsEntry("port_id", null);
  }

  @Test
  void of_an_unknown_id_names_the_entity_and_the_id() {
    Refusal refusal = Refusal.notFound("Service", id);
    assertThat(refusal.params()).containsExactly(entry("entity", "Service"), entry("id", id));
  }

  @Test
  void of_a_broken_limit_names_the_member() {
    Refusal refusal = Refusal.validationFailed("name", "is too long");
    assertThat(refusal.params())
        .containsExactly(
            entry("violations", List.of(Map.of("path", "name", "message", "is too long"))));
  }

  @Test
  void of_a_taken_id_names_the_id() {
    Refusal refusal = Refusal.idTaken(id);
    assertThat(refusal.params()).containsExactly(entry("id", id));
  }
}
