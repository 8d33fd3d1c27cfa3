package io.berth.services;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.refusals.Refusal;
import io.berth.services.ReferenceRules.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * All services of a host at once, also after a merge of two hosts, compared with the reference
 * rules.
 */
class PlannedServicesProperties {

  private static boolean isAccepted(List<List<BindingTarget>> services) {
    List<PlannedServices.PlannedService> planned = new ArrayList<>();
    for (List<BindingTarget> targets : services) {
      planned.add(
          PlannedServices.PlannedService.of(
              new UUID(7, planned.size()), "s", BindingTargets.sent(targets)));
    }
    try {
      PlannedServices all = new PlannedServices(planned);
      all.requireNoConflict();
      all.requireNoSharedClaims(Map.of());
      return true;
    } catch (Refusal refusal) {
      return false;
    }
  }

  private static boolean breaksNoRule(List<List<BindingTarget>> services) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < services.size(); i++) {
      List<BindingTargets.Sent> kept =
          NormalizedBindings.of(BindingTargets.sent(services.get(i))).kept();
      rows.addAll(
          HostProperties.rows(
              "service " + i, kept.stream().map(BindingTargets.Sent::target).toList()));
    }
    return ReferenceRules.violations(rows).isEmpty();
  }

  @Property
  void accepts_all_services_exactly_if_no_rule_is_broken(
      @ForAll("services") List<List<BindingTarget>> services) {
    assertThat(isAccepted(services)).isEqualTo(breaksNoRule(services));
  }

  @Property
  void accepts_merged_services_exactly_if_no_rule_is_broken(
      @ForAll("services") List<List<BindingTarget>> services,
      @ForAll("merged") Map<UUID, UUID> merged) {
    List<List<BindingTarget>> mergedServices =
        services.stream()
            .map(targets -> targets.stream().map(target -> target.through(merged)).toList())
            .toList();
    assertThat(isAccepted(mergedServices)).isEqualTo(breaksNoRule(mergedServices));
  }

  @Property
  void binds_nothing_to_a_merged_target(
      @ForAll("services") List<List<BindingTarget>> services,
      @ForAll("merged") Map<UUID, UUID> merged) {
    assertThat(services.stream().flatMap(List::stream).map(target -> target.through(merged)))
        .noneMatch(
            target ->
                merged.containsKey(target.portId()) || merged.containsKey(target.interfaceId()));
  }

  @Provide
  Arbitrary<List<List<BindingTarget>>> services() {
    return BindingTargets.few().list().ofMaxSize(4).list().ofMaxSize(5);
  }

  /** Some interfaces and ports are merged into others. */
  @Provide
  Arbitrary<Map<UUID, UUID>> merged() {
    Arbitrary<Boolean> booleans = Arbitraries.of(true, false);
    return booleans
        .list()
        .ofSize(2)
        .map(
            both -> {
              Map<UUID, UUID> merged = new HashMap<>();
              if (both.get(0)) {
                merged.put(BindingTargets.ETH2, BindingTargets.ETH0);
              }
              if (both.get(1)) {
                merged.put(BindingTargets.port(443).id(), BindingTargets.port(80).id());
              }
              return merged;
            });
  }
}
