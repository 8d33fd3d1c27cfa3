package io.berth.services;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.services.Targets.Sent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Binding rules 1 to 3 against a model that compares every binding with every other. */
class BindingSetProperties {

  /** A list, and the same in another order. */
  record Reordering(List<Sent> list, List<Sent> shuffled) {}

  @Property
  void keeps_what_the_plain_model_keeps(@ForAll("lists") List<Sent> list) {
    assertThat(BindingSet.of(list).kept()).isEqualTo(keptByModel(list));
  }

  @Property
  void refuses_what_the_plain_model_refuses(@ForAll("lists") List<Sent> list) {
    assertThat(BindingSet.of(list).conflict().isPresent())
        .isEqualTo(conflictsByModel(keptByModel(list)));
  }

  @Property
  void names_an_interface_and_a_port_that_exclude_each_other(@ForAll("lists") List<Sent> list) {
    BindingSet<Sent> set = BindingSet.of(list);
    set.conflict()
        .ifPresent(
            named ->
                assertThat(targets(set))
                    .contains(new Target(null, named.interfaceId()))
                    .containsAnyOf(
                        new Target(named.portId(), named.interfaceId()),
                        new Target(named.portId(), null)));
  }

  @Property
  void never_keeps_what_breaks_rule_1_or_2(@ForAll("lists") List<Sent> list) {
    assertThat(violations(BindingSet.of(list)))
        .allSatisfy(violation -> assertThat(violation).startsWith("rule 3"));
  }

  @Property
  void breaks_rule_3_just_where_it_says_so(@ForAll("lists") List<Sent> list) {
    BindingSet<Sent> set = BindingSet.of(list);
    assertThat(violations(set).isEmpty()).isEqualTo(set.conflict().isEmpty());
  }

  @Property
  void normalising_twice_changes_nothing(@ForAll("lists") List<Sent> list) {
    List<Sent> once = BindingSet.of(list).kept();
    assertThat(BindingSet.of(once).kept()).isEqualTo(once);
  }

  @Property
  void the_order_does_not_change_which_targets_are_kept(
      @ForAll("reorderings") Reordering reordering) {
    Set<Target> before = new HashSet<>(targets(BindingSet.of(reordering.list)));
    assertThat(targets(BindingSet.of(reordering.shuffled)))
        .containsExactlyInAnyOrderElementsOf(before);
  }

  @Property
  void the_order_does_not_change_the_verdict(@ForAll("reorderings") Reordering reordering) {
    boolean before = BindingSet.of(reordering.list).conflict().isPresent();
    assertThat(BindingSet.of(reordering.shuffled).conflict().isPresent()).isEqualTo(before);
  }

  @Provide
  Arbitrary<List<Sent>> lists() {
    return Targets.few().list().ofMaxSize(9).map(Targets::sent);
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
        boolean repeated = one.target().equals(other.target()) && other.place() < one.place();
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

  private static List<String> violations(BindingSet<Sent> set) {
    return PlainRules.violations(HostProperties.rows("web", targets(set)));
  }

  private static List<Target> targets(BindingSet<Sent> set) {
    return set.kept().stream().map(Sent::target).toList();
  }
}
