package io.berth.services;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.problems.Refusal;
import io.berth.services.PlainRules.Row;
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
class OccupancyProperties {

  private static boolean isTaken(List<List<Target>> services) {
    List<Occupancy.Occupant> occupants = new ArrayList<>();
    for (List<Target> targets : services) {
      occupants.add(
          Occupancy.Occupant.of(new UUID(7, occupants.size()), "s", Targets.sent(targets)));
    }
    try {
      Occupancy all = new Occupancy(occupants);
      all.mustNotConflict();
      all.mustNotMeet(Map.of());
      return true;
    } catch (Refusal refusal) {
      return false;
    }
  }

  private static boolean isRight(List<List<Target>> services) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < services.size(); i++) {
      List<Targets.Sent> kept = BindingSet.of(Targets.sent(services.get(i))).kept();
      rows.addAll(
          HostProperties.rows("service " + i, kept.stream().map(Targets.Sent::target).toList()));
    }
    return PlainRules.violations(rows).isEmpty();
  }

  @Property
  void a_host_is_taken_as_a_whole_just_if_no_rule_is_broken(
      @ForAll("services") List<List<Target>> services) {
    assertThat(isTaken(services)).isEqualTo(isRight(services));
  }

  @Property
  void so_are_two_that_become_one(
      @ForAll("services") List<List<Target>> services, @ForAll("twins") Map<UUID, UUID> twins) {
    List<List<Target>> together =
        services.stream()
            .map(targets -> targets.stream().map(target -> target.through(twins)).toList())
            .toList();
    assertThat(isTaken(together)).isEqualTo(isRight(together));
  }

  @Property
  void nothing_is_bound_to_a_twin_that_stays_behind(
      @ForAll("services") List<List<Target>> services, @ForAll("twins") Map<UUID, UUID> twins) {
    assertThat(services.stream().flatMap(List::stream).map(target -> target.through(twins)))
        .noneMatch(
            target ->
                twins.containsKey(target.portId()) || twins.containsKey(target.interfaceId()));
  }

  @Provide
  Arbitrary<List<List<Target>>> services() {
    return Targets.few().list().ofMaxSize(4).list().ofMaxSize(5);
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
                twins.put(Targets.ETH2, Targets.ETH0);
              }
              if (both.get(1)) {
                twins.put(Targets.port(443).id(), Targets.port(80).id());
              }
              return twins;
            });
  }
}
