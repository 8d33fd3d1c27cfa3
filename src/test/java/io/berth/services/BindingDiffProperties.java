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

/** The rows that a PUT of a service deletes, keeps and writes, compared with a simple model. */
class BindingDiffProperties {
  private static final UUID NEW = new UUID(0, 0);

  private final Service service =
      new Service(
          new UUID(6, 0),
          new NewService(new UUID(3, 0), new UUID(4, 0), "Web Service", "web", null, null, null),
          0);

  /** The stored targets, whose ids are their indexes, and the sent bindings. */
  record Put(List<BindingTarget> stored, List<NewBinding> wanted) {

    /** The expected rows by target; the id is NEW where Berth generates it. */
    Map<BindingTarget, UUID> expected() {
      Map<BindingTarget, UUID> expected = new HashMap<>();
      for (NewBinding binding : wanted) {
        UUID id = binding.id();
        for (int i = 0; i < stored.size(); i++) {
          boolean equal = stored.get(i).equals(binding.target());
          if (binding.id() == null && equal && !sentIds().contains(id(i))) {
            id = id(i);
          }
        }
        expected.put(binding.target(), id == null ? NEW : id);
      }
      return expected;
    }

    /** The ids of stored rows that do not remain unchanged. */
    Set<UUID> changedOrDeleted() {
      Map<BindingTarget, UUID> expected = expected();
      return IntStream.range(0, stored.size())
          .filter(i -> !id(i).equals(expected.get(stored.get(i))))
          .mapToObj(BindingDiffProperties::id)
          .collect(Collectors.toSet());
    }

    boolean hasDuplicateIds() {
      return new HashSet<>(sentIds()).size() < sentIds().size();
    }

    private List<UUID> sentIds() {
      return wanted.stream().map(NewBinding::id).filter(id -> id != null).toList();
    }
  }

  @Property
  void stores_what_the_model_expects(@ForAll("puts") Put put) {
    assertThat(storedAfter(put)).isEqualTo(put.expected());
  }

  @Property
  void deletes_exactly_the_changed_or_omitted_rows(@ForAll("puts") Put put) {
    assertThat(diff(put).gone()).isEqualTo(put.changedOrDeleted());
  }

  @Property
  void does_not_write_an_unchanged_row(@ForAll("puts") Put put) {
    BindingDiff diff = diff(put);
    List<UUID> kept = diff.unchanged().map(Binding::id).toList();
    assertThat(diff.written(service)).noneMatch(binding -> kept.contains(binding.id()));
  }

  @Property
  void refuses_a_duplicate_id(@ForAll("putsWithDuplicateIds") Put put) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> diff(put))
        .returns(Reason.ID_TAKEN, Refusal::reason);
  }

  @Property
  void writes_nothing_for_the_stored_bindings(@ForAll("targets") List<BindingTarget> stored) {
    List<NewBinding> unchanged = stored.stream().map(target -> sent(null, target)).toList();
    assertThat(diff(new Put(stored, unchanged)).written(service)).isEmpty();
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
    return anyPuts().filter(put -> !put.hasDuplicateIds());
  }

  @Provide
  Arbitrary<Put> putsWithDuplicateIds() {
    return anyPuts().filter(Put::hasDuplicateIds);
  }

  /** Ids are those of stored bindings, two unused ones, or null. */
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

  private static UUID id(int index) {
    return new UUID(5, index);
  }

  private BindingDiff diff(Put put) {
    List<Binding> stored =
        IntStream.range(0, put.stored.size())
            .mapToObj(i -> new Binding(id(i), service, put.stored.get(i)))
            .toList();
    return new BindingDiff(stored, put.wanted);
  }

  private Map<BindingTarget, UUID> storedAfter(Put put) {
    BindingDiff diff = diff(put);
    Map<BindingTarget, UUID> after = new HashMap<>();
    diff.unchanged().forEach(binding -> after.put(binding.target(), binding.id()));
    diff.written(service).forEach(b -> after.put(b.target(), b.id().version() == 7 ? NEW : b.id()));
    return after;
  }
}
