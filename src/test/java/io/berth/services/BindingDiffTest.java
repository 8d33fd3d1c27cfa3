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

/** Which rows a PUT of a service deletes, keeps and writes, by example. */
class BindingDiffTest {
  private final Service service =
      new Service(
          new UUID(6, 0),
          new NewService(new UUID(3, 0), new UUID(4, 0), "Web Service", "web", null, null, null),
          0);
  private final Binding http = stored(port(80).on(ETH0));
  private final Binding https = stored(port(443).on(ETH0));
  private final UUID fresh = new UUID(5, 0);
  private final UUID nil = new UUID(0, 0);

  @Test
  void a_binding_sent_with_its_id_stays_as_it_is() {
    BindingDiff rebinding =
        rebind(sent(http.id(), http.target()), sent(https.id(), https.target()));
    assertThat(rebinding.unchanged()).containsExactly(http, https);
  }

  @Test
  void a_binding_sent_without_an_id_that_equals_a_stored_one_keeps_the_stored_id() {
    BindingDiff rebinding = rebind(sent(null, http.target()), sent(null, https.target()));
    assertThat(rebinding.unchanged()).containsExactly(http, https);
  }

  @Test
  void a_binding_that_stays_is_not_written() {
    BindingDiff rebinding = rebind(sent(null, http.target()), sent(https.id(), https.target()));
    assertThat(rebinding.written(service)).isEmpty();
  }

  @Test
  void a_binding_sent_with_the_nil_uuid_is_as_one_without_an_id() {
    BindingDiff rebinding =
        rebind(sent(nil, http.target()), sent(nil, on(ETH1)), sent(nil, on(ETH0)));
    assertThat(rebinding.unchanged()).containsExactly(http);
    assertThat(written(rebinding).keySet()).hasSize(2).doesNotContain(nil);
  }

  @Test
  void what_is_not_sent_goes() {
    BindingDiff rebinding = rebind(sent(http.id(), http.target()));
    assertThat(rebinding.gone()).containsExactly(https.id());
  }

  @Test
  void an_empty_list_removes_all() {
    BindingDiff rebinding = rebind();
    assertThat(rebinding.gone()).containsExactlyInAnyOrder(http.id(), https.id());
  }

  @Test
  void an_id_that_is_sent_is_kept_when_its_target_changes() {
    BindingDiff rebinding = rebind(sent(http.id(), port(53).on(ETH1)));
    assertThat(written(rebinding)).isEqualTo(Map.of(http.id(), port(53).on(ETH1)));
  }

  @Test
  void a_binding_whose_target_changes_keeps_the_time_of_its_making() {
    BindingDiff rebinding = rebind(sent(http.id(), port(53).on(ETH1)));
    assertThat(rebinding.written(service))
        .extracting(Binding::createdAt)
        .containsExactly(http.createdAt());
  }

  @Test
  void the_row_of_a_binding_whose_target_changes_goes_first() {
    BindingDiff rebinding = rebind(sent(http.id(), port(53).on(ETH1)), sent(null, https.target()));
    assertThat(rebinding.gone()).containsExactly(http.id());
  }

  @Test
  void two_bindings_swap_their_targets() {
    BindingDiff rebinding =
        rebind(sent(http.id(), https.target()), sent(https.id(), http.target()));
    assertThat(written(rebinding))
        .isEqualTo(Map.of(http.id(), https.target(), https.id(), http.target()));
  }

  @Test
  void a_swap_removes_both_rows_first() {
    BindingDiff rebinding =
        rebind(sent(http.id(), https.target()), sent(https.id(), http.target()));
    assertThat(rebinding.gone()).containsExactlyInAnyOrder(http.id(), https.id());
  }

  @Test
  void an_id_made_by_the_client_is_honoured() {
    BindingDiff rebinding = rebind(sent(fresh, on(ETH1)));
    assertThat(written(rebinding)).isEqualTo(Map.of(fresh, on(ETH1)));
  }

  @Test
  void an_id_made_by_the_client_replaces_that_of_an_equal_binding() {
    BindingDiff rebinding = rebind(sent(fresh, http.target()), sent(null, https.target()));
    assertThat(rebinding.gone()).containsExactly(http.id());
  }

  @Test
  void the_rest_is_new() {
    BindingDiff rebinding = rebind(sent(null, on(ETH1)));
    assertThat(written(rebinding).keySet()).doesNotContain(http.id(), https.id()).hasSize(1);
  }

  @Test
  void a_stored_id_that_another_binding_names_is_not_inherited_too() {
    BindingDiff rebinding = rebind(sent(null, http.target()), sent(http.id(), on(ETH1)));
    assertThat(written(rebinding)).hasSize(2).containsEntry(http.id(), on(ETH1));
  }

  @Test
  void an_id_that_is_sent_twice_is_refused() {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> rebind(sent(fresh, on(ETH0)), sent(fresh, on(ETH1))))
        .returns(Reason.ID_TAKEN, Refusal::reason);
  }

  @Test
  void a_stored_id_that_is_sent_twice_is_refused() {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> rebind(sent(http.id(), http.target()), sent(http.id(), on(ETH1))))
        .returns(Reason.ID_TAKEN, Refusal::reason);
  }

  @Test
  void a_port_on_all_interfaces_takes_the_place_of_the_same_on_one() {
    BindingDiff rebinding = rebind(sent(http.id(), http.target()), sent(fresh, port(80).onAll()));
    assertThat(written(rebinding)).isEqualTo(Map.of(fresh, port(80).onAll()));
  }

  @Test
  void what_a_port_on_all_interfaces_covers_goes_although_it_was_sent() {
    BindingDiff rebinding = rebind(sent(http.id(), http.target()), sent(null, port(80).onAll()));
    assertThat(rebinding.gone()).contains(http.id());
  }

  @Test
  void of_equal_bindings_the_id_of_the_first_is_kept() {
    BindingDiff rebinding = rebind(sent(http.id(), http.target()), sent(fresh, http.target()));
    assertThat(rebinding.unchanged()).containsExactly(http);
  }

  private Binding stored(BindingTarget target) {
    return new Binding(UUID.randomUUID(), service, target);
  }

  private BindingDiff rebind(NewBinding... wanted) {
    return new BindingDiff(List.of(http, https), List.of(wanted));
  }

  private Map<UUID, BindingTarget> written(BindingDiff rebinding) {
    return rebinding.written(service).collect(Collectors.toMap(Binding::id, Binding::target));
  }

  static NewBinding sent(UUID id, BindingTarget target) {
    return target.isInterface()
        ? new NewBinding.OnInterface(id, null, null, target.interfaceId())
        : new NewBinding.OnPort(id, null, null, target.portId(), target.interfaceId());
  }
}
