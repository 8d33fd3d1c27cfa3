package io.berth.services;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.services.BindingTargets.Sent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Binding rules 1 to 3, compared with a model that checks all pairs. */
class NormalizedBindingsProperties {

  record Reordering(List<Sent> list, List<Sent> shuffled) {}

  @Property
  void keeps_what_the_model_keeps(@ForAll("lists") List<Sent> list) {
    assertThat(NormalizedBindings.of(list).kept()).isEqualTo(keptByModel(list));
  }

  @Property
  void refuses_what_the_model_refuses(@ForAll("lists") List<Sent> list) {
    assertThat(NormalizedBindings.of(list).conflict().isPresent())
        .isEqualTo(conflictsByModel(keptByModel(list)));
  }

  @Property
  void names_an_interface_and_a_port_that_conflict(@ForAll("lists") List<Sent> list) {
    NormalizedBindings<Sent> set = NormalizedBindings.of(list);
    set.conflict()
        .ifPresent(
            named ->
                assertThat(targets(set))
                    .contains(new BindingTarget(null, named.interfaceId()))
                    .containsAnyOf(
                        new BindingTarget(named.portId(), named.interfaceId()),
                        new BindingTarget(named.portId(), null)));
  }

  @Property
  void never_breaks_rule_1_or_2(@ForAll("lists") List<Sent> list) {
    assertThat(violations(NormalizedBindings.of(list)))
        .allSatisfy(violation -> assertThat(violation).startsWith("rule 3"));
  }

  @Property
  void reports_a_conflict_exactly_if_rule_3_is_broken(@ForAll("lists") List<Sent> list) {
    NormalizedBindings<Sent> set = NormalizedBindings.of(list);
    assertThat(violations(set).isEmpty()).isEqualTo(set.conflict().isEmpty());
  }

  @Property
  void is_idempotent(@ForAll("lists") List<Sent> list) {
    List<Sent> once = NormalizedBindings.of(list).kept();
    assertThat(NormalizedBindings.of(once).kept()).isEqualTo(once);
  }

  @Property
  void keeps_the_same_targets_in_any_order(@ForAll("reorderings") Reordering reordering) {
    Set<BindingTarget> before = new HashSet<>(targets(NormalizedBindings.of(reordering.list)));
    assertThat(targets(NormalizedBindings.of(reordering.shuffled)))
        .containsExactlyInAnyOrderElementsOf(before);
  }

  @Property
  void reports_a_conflict_independently_of_the_order(@ForAll("reorderings") Reordering reordering) {
    boolean before = NormalizedBindings.of(reordering.list).conflict().isPresent();
    assertThat(NormalizedBindings.of(reordering.shuffled).conflict().isPresent()).isEqualTo(before);
  }

  @Provide
  Arbitrary<List<Sent>> lists() {
    return BindingTargets.few().list().ofMaxSize(9).map(BindingTargets::sent);
  }

  @Provide
  Arbitrary<Reordering> reorderings() {
    return lists()
        .flatMap(list -> Arbitraries.shuffle(list).map(other -> new Reordering(list, other)));
  }

  private static List<Sent> keptByModel(List<Sent> list) {
    List<Sent> kept = new ArrayList<>();
    for (Sent one : list) {
      boolean stays = true;
      for (Sent other : list) {
        boolean samePort =
            one.target().portId() != null && one.target().portId().equals(other.target().portId());
        boolean covered =
            samePort && one.target().interfaceId() != null && other.target().interfaceId() == null;
        boolean repeated = one.target().equals(other.target()) && other.index() < one.index();
        stays = stays && !covered && !repeated;
      }
      if (stays) {
        kept.add(one);
      }
    }
    return kept;
  }

  private static boolean conflictsByModel(List<Sent> kept) {
    boolean conflicts = false;
    for (Sent one : kept) {
      for (Sent other : kept) {
        boolean interfaceAgainstPort =
            one.target().portId() == null && other.target().portId() != null;
        boolean onIt =
            other.target().interfaceId() == null
                || other.target().interfaceId().equals(one.target().interfaceId());
        conflicts = conflicts || (interfaceAgainstPort && onIt);
      }
    }
    return conflicts;
  }

  private static List<String> violations(NormalizedBindings<Sent> set) {
    return ReferenceRules.violations(HostProperties.rows("web", targets(set)));
  }

  private static List<BindingTarget> targets(NormalizedBindings<Sent> set) {
    return set.kept().stream().map(Sent::target).toList();
  }
}
