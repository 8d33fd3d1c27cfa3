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

/** All services of a host at once, also where two hosts become one, against the plain rules. */
class PlannedServicesProperties {

  private static boolean isTaken(List<List<BindingTarget>> services) {
    List<PlannedServices.PlannedService> occupants = new ArrayList<>();
    for (List<BindingTarget> targets : services) {
      occupants.add(
          PlannedServices.PlannedService.of(
              new UUID(7, occupants.size()), "s", BindingTargets.sent(targets)));
    }
    try {
      PlannedServices all = new PlannedServices(occupants);
      all.requireNoConflict();
      all.requireNoSharedClaims(Map.of());
      return true;
    } catch (Refusal refusal) {
      return false;
    }
  }

  private static boolean isRight(List<List<BindingTarget>> services) {
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
  void a_host_is_taken_as_a_whole_just_if_no_rule_is_broken(
      @ForAll("services") List<List<BindingTarget>> services) {
    assertThat(isTaken(services)).isEqualTo(isRight(services));
  }

  @Property
  void so_are_two_that_become_one(
      @ForAll("services") List<List<BindingTarget>> services,
      @ForAll("twins") Map<UUID, UUID> twins) {
    List<List<BindingTarget>> together =
        services.stream()
            .map(targets -> targets.stream().map(target -> target.through(twins)).toList())
            .toList();
    assertThat(isTaken(together)).isEqualTo(isRight(together));
  }

  @Property
  void nothing_is_bound_to_a_twin_that_stays_behind(
      @ForAll("services") List<List<BindingTarget>> services,
      @ForAll("twins") Map<UUID, UUID> twins) {
    assertThat(services.stream().flatMap(List::stream).map(target -> target.through(twins)))
        .noneMatch(
            target ->
                twins.containsKey(target.portId()) || twins.containsKey(target.interfaceId()));
  }

  @Provide
  Arbitrary<List<List<BindingTarget>>> services() {
    return BindingTargets.few().list().ofMaxSize(4).list().ofMaxSize(5);
  }

  /** Some of the interfaces and ports turn out to be others, which stay. */
  @Provide
  Arbitrary<Map<UUID, UUID>> twins() {
    Arbitrary<Boolean> whether = Arbitraries.of(true, false);
    return whether
        .list()
        .ofSize(2)
        .map(
            both -> {
              Map<UUID, UUID> twins = new HashMap<>();
              if (both.get(0)) {
                twins.put(BindingTargets.ETH2, BindingTargets.ETH0);
              }
              if (both.get(1)) {
                twins.put(BindingTargets.port(443).id(), BindingTargets.port(80).id());
              }
              return twins;
            });
  }
}
