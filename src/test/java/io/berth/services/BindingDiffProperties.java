package io.berth.services;

import static io.berth.services.BindingDiffTest.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.berth.refusals.Reason;
import io.berth.refusals.Refusal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Which rows a PUT of a service deletes, keeps and writes, against a plain model of the ids. */
class BindingDiffProperties {
  private static final UUID NEW = new UUID(0, 0);

  private final Service service =
      new Service(
          new UUID(6, 0),
          new NewService(new UUID(3, 0), new UUID(4, 0), "Web Service", "web", null, null, null),
          0);

  /** What is stored, each target under the id of its place; and what is sent, normalised. */
  record Put(List<BindingTarget> stored, List<NewBinding> wanted) {

    /** What shall be stored then, by target; the id is NEW where Berth chooses one. */
    Map<BindingTarget, UUID> expected() {
      Map<BindingTarget, UUID> expected = new HashMap<>();
      for (NewBinding binding : wanted) {
        UUID id = binding.id();
        for (int i = 0; i < stored.size(); i++) {
          boolean equal = stored.get(i).equals(binding.target());
          if (binding.id() == null && equal && !namedIds().contains(id(i))) {
            id = id(i);
          }
        }
        expected.put(binding.target(), id == null ? NEW : id);
      }
      return expected;
    }

    /** The ids of what shall not be stored as it was. */
    Set<UUID> leaving() {
      Map<BindingTarget, UUID> expected = expected();
      return IntStream.range(0, stored.size())
          .filter(i -> !id(i).equals(expected.get(stored.get(i))))
          .mapToObj(BindingDiffProperties::id)
          .collect(Collectors.toSet());
    }

    boolean namesAnIdTwice() {
      return new HashSet<>(namedIds()).size() < namedIds().size();
    }

    private List<UUID> namedIds() {
      return wanted.stream().map(NewBinding::id).filter(id -> id != null).toList();
    }
  }

  @Property
  void stores_what_the_plain_model_expects(@ForAll("puts") Put put) {
    assertThat(storedAfter(put)).isEqualTo(put.expected());
  }

  @Property
  void deletes_just_the_rows_that_do_not_stay(@ForAll("puts") Put put) {
    assertThat(rebind(put).gone()).isEqualTo(put.leaving());
  }

  @Property
  void writes_no_row_that_is_still_there(@ForAll("puts") Put put) {
    BindingDiff rebinding = rebind(put);
    List<UUID> kept = rebinding.unchanged().map(Binding::id).toList();
    assertThat(rebinding.written(service)).noneMatch(binding -> kept.contains(binding.id()));
  }

  @Property
  void refuses_whatever_names_an_id_twice(@ForAll("doublings") Put put) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> rebind(put))
        .returns(Reason.ID_TAKEN, Refusal::reason);
  }

  @Property
  void putting_what_is_stored_writes_nothing(@ForAll("targets") List<BindingTarget> stored) {
    List<NewBinding> same = stored.stream().map(target -> sent(null, target)).toList();
    assertThat(rebind(new Put(stored, same)).written(service)).isEmpty();
  }

  @Provide
  Arbitrary<List<BindingTarget>> targets() {
    return BindingTargets.few()
        .list()
        .ofMaxSize(6)
        .map(list -> NormalizedBindings.of(BindingTargets.sent(list)).kept())
        .map(kept -> kept.stream().map(BindingTargets.Sent::target).toList());
  }

  @Provide
  Arbitrary<Put> puts() {
    return anyPuts().filter(put -> !put.namesAnIdTwice());
  }

  @Provide
  Arbitrary<Put> doublings() {
    return anyPuts().filter(Put::namesAnIdTwice);
  }

  /** Ids are those of stored bindings, two that nothing has, or none. */
  private Arbitrary<Put> anyPuts() {
    Arbitrary<UUID> ids =
        Arbitraries.integers().between(0, 7).map(BindingDiffProperties::id).injectNull(0.5);
    return Combinators.combine(targets(), targets(), ids.list().ofSize(6))
        .as(
            (stored, wanted, named) ->
                new Put(
                    stored,
                    IntStream.range(0, wanted.size())
                        .mapToObj(i -> sent(named.get(i), wanted.get(i)))
                        .toList()));
  }

  private static UUID id(int place) {
    return new UUID(5, place);
  }

  private BindingDiff rebind(Put put) {
    List<Binding> stored =
        IntStream.range(0, put.stored.size())
            .mapToObj(i -> new Binding(id(i), service, put.stored.get(i)))
            .toList();
    return new BindingDiff(stored, put.wanted);
  }

  private Map<BindingTarget, UUID> storedAfter(Put put) {
    BindingDiff rebinding = rebind(put);
    Map<BindingTarget, UUID> after = new HashMap<>();
    rebinding.unchanged().forEach(binding -> after.put(binding.target(), binding.id()));
    rebinding
        .written(service)
        .forEach(b -> after.put(b.target(), b.id().version() == 7 ? NEW : b.id()));
    return after;
  }
}
