package io.berth.services;

import static io.berth.services.BindingTargets.ETH0;
import static io.berth.services.BindingTargets.ETH1;
import static io.berth.services.BindingTargets.on;
import static io.berth.services.BindingTargets.port;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.berth.refusals.Reason;
import io.berth.refusals.Refusal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The rows that a PUT of a service deletes, keeps and writes, by example. */
class BindingDiffTest {
  private final Service service =
      new Service(
          new UUID(6, 0),
          new NewService(new UUID(3, 0), new UUID(4, 0), "Web Service", "web", null, null, null),
          0);
  private final Binding http = stored(port(80).on(ETH0));
  private final Binding https = stored(port(443).on(ETH0));
  private final UUID newId = new UUID(5, 0);
  private final UUID nil = new UUID(0, 0);

  @Test
  void keeps_a_binding_that_is_sent_with_its_id() {
    BindingDiff diff = diff(sent(http.id(), http.target()), sent(https.id(), https.target()));
    assertThat(diff.unchanged()).containsExactly(http, https);
  }

  @Test
  void keeps_the_stored_id_of_an_equal_binding_without_an_id() {
    BindingDiff diff = diff(sent(null, http.target()), sent(null, https.target()));
    assertThat(diff.unchanged()).containsExactly(http, https);
  }

  @Test
  void does_not_write_an_unchanged_binding() {
    BindingDiff diff = diff(sent(null, http.target()), sent(https.id(), https.target()));
    assertThat(diff.written(service)).isEmpty();
  }

  @Test
  void treats_the_nil_uuid_as_no_id() {
    BindingDiff diff = diff(sent(nil, http.target()), sent(nil, on(ETH1)), sent(nil, on(ETH0)));
    assertThat(diff.unchanged()).containsExactly(http);
    assertThat(written(diff).keySet()).hasSize(2).doesNotContain(nil);
  }

  @Test
  void deletes_an_omitted_binding() {
    BindingDiff diff = diff(sent(http.id(), http.target()));
    assertThat(diff.gone()).containsExactly(https.id());
  }

  @Test
  void deletes_all_bindings_for_an_empty_list() {
    BindingDiff diff = diff();
    assertThat(diff.gone()).containsExactlyInAnyOrder(http.id(), https.id());
  }

  @Test
  void keeps_a_sent_id_if_the_target_changes() {
    BindingDiff diff = diff(sent(http.id(), port(53).on(ETH1)));
    assertThat(written(diff)).isEqualTo(Map.of(http.id(), port(53).on(ETH1)));
  }

  @Test
  void keeps_created_at_if_the_target_changes() {
    BindingDiff diff = diff(sent(http.id(), port(53).on(ETH1)));
    assertThat(diff.written(service))
        .extracting(Binding::createdAt)
        .containsExactly(http.createdAt());
  }

  @Test
  void deletes_the_row_of_a_changed_target_first() {
    BindingDiff diff = diff(sent(http.id(), port(53).on(ETH1)), sent(null, https.target()));
    assertThat(diff.gone()).containsExactly(http.id());
  }

  @Test
  void swaps_the_targets_of_two_bindings() {
    BindingDiff diff = diff(sent(http.id(), https.target()), sent(https.id(), http.target()));
    assertThat(written(diff))
        .isEqualTo(Map.of(http.id(), https.target(), https.id(), http.target()));
  }

  @Test
  void deletes_both_rows_before_a_swap() {
    BindingDiff diff = diff(sent(http.id(), https.target()), sent(https.id(), http.target()));
    assertThat(diff.gone()).containsExactlyInAnyOrder(http.id(), https.id());
  }

  @Test
  void stores_a_new_id_of_the_client() {
    BindingDiff diff = diff(sent(newId, on(ETH1)));
    assertThat(written(diff)).isEqualTo(Map.of(newId, on(ETH1)));
  }

  @Test
  void replaces_the_id_of_an_equal_binding() {
    BindingDiff diff = diff(sent(newId, http.target()), sent(null, https.target()));
    assertThat(diff.gone()).containsExactly(http.id());
  }

  @Test
  void generates_an_id_for_a_new_binding() {
    BindingDiff diff = diff(sent(null, on(ETH1)));
    assertThat(written(diff).keySet()).doesNotContain(http.id(), https.id()).hasSize(1);
  }

  @Test
  void does_not_reuse_a_stored_id_that_another_binding_sends() {
    BindingDiff diff = diff(sent(null, http.target()), sent(http.id(), on(ETH1)));
    assertThat(written(diff)).hasSize(2).containsEntry(http.id(), on(ETH1));
  }

  @Test
  void refuses_a_duplicate_new_id() {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> diff(sent(newId, on(ETH0)), sent(newId, on(ETH1))))
        .returns(Reason.ID_TAKEN, Refusal::reason);
  }

  @Test
  void refuses_a_duplicate_stored_id() {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> diff(sent(http.id(), http.target()), sent(http.id(), on(ETH1))))
        .returns(Reason.ID_TAKEN, Refusal::reason);
  }

  @Test
  void a_port_on_all_interfaces_replaces_the_same_port_on_one() {
    BindingDiff diff = diff(sent(http.id(), http.target()), sent(newId, port(80).onAll()));
    assertThat(written(diff)).isEqualTo(Map.of(newId, port(80).onAll()));
  }

  @Test
  void deletes_a_sent_binding_that_all_interfaces_cover() {
    BindingDiff diff = diff(sent(http.id(), http.target()), sent(null, port(80).onAll()));
    assertThat(diff.gone()).contains(http.id());
  }

  @Test
  void keeps_the_id_of_the_first_of_equal_bindings() {
    BindingDiff diff = diff(sent(http.id(), http.target()), sent(newId, http.target()));
    assertThat(diff.unchanged()).containsExactly(http);
  }

  private Binding stored(BindingTarget target) {
    return new Binding(UUID.randomUUID(), service, target);
  }

  private BindingDiff diff(NewBinding... wanted) {
    return new BindingDiff(List.of(http, https), List.of(wanted));
  }

  private Map<UUID, BindingTarget> written(BindingDiff diff) {
    return diff.written(service).collect(Collectors.toMap(Binding::id, Binding::target));
  }

  static NewBinding sent(UUID id, BindingTarget target) {
    return target.isInterface()
        ? new NewBinding.OnInterface(id, null, null, target.interfaceId())
        : new NewBinding.OnPort(id, null, null, target.portId(), target.interfaceId());
  }
}
