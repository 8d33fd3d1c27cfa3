package io.berth.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.berth.refusals.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The positions that a list may contain, compared with a simple model. */
class PositionsTest {

  private static boolean isRefused(List<Integer> positions, Map<UUID, Integer> stored) {
    List<UUID> ids = IntStream.range(0, positions.size()).mapToObj(i -> new UUID(1, i)).toList();
    return catchThrowable(
            () -> new Positions("services", ids, positions).requireValid(() -> stored))
        instanceof Refusal;
  }

  @Property
  void accepts_new_positions_only_if_all_or_none_are_given_without_gaps(
      @ForAll("positions") List<Integer> positions) {
    List<Integer> sorted = new ArrayList<>(positions);
    sorted.removeIf(position -> position == null);
    sorted.sort(null);
    boolean inOrder = sorted.equals(IntStream.range(0, positions.size()).boxed().toList());
    assertThat(isRefused(positions, Map.of())).isNotEqualTo(sorted.isEmpty() || inOrder);
  }

  @Property
  void accepts_the_stored_positions(@ForAll("stored") List<Integer> stored) {
    Map<UUID, Integer> byId = new HashMap<>();
    IntStream.range(0, stored.size()).forEach(i -> byId.put(new UUID(1, i), stored.get(i)));
    assertThat(isRefused(stored, byId)).isFalse();
  }

  @Provide
  Arbitrary<List<Integer>> positions() {
    return Arbitraries.integers().between(-1, 4).injectNull(0.2).list().ofMaxSize(4);
  }

  @Provide
  Arbitrary<List<Integer>> stored() {
    return Arbitraries.integers().between(0, 9).list().ofMaxSize(5);
  }
}
