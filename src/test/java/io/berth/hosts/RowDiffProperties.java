package io.berth.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** How a host's ports become those of a list, against a table of rows with a unique number. */
class RowDiffProperties {

  private static List<Port> ports(Map<Integer, Integer> numberOf) {
    return numberOf.entrySet().stream()
        .map(
            entry ->
                new Port(
                    new UUID(1, entry.getKey()),
                    new NewPort(new UUID(2, 0), new UUID(3, 0), entry.getValue(), Protocol.TCP)))
        .toList();
  }

  private static Map<UUID, String> named(List<Port> ports) {
    return ports.stream().collect(Collectors.toMap(Port::id, Port::toString));
  }

  private static RowDiff<Port> refit(Map<Integer, Integer> stored, Map<Integer, Integer> wanted) {
    return new RowDiff<>(ports(stored), ports(wanted), Port::matches);
  }

  @Property
  void the_rows_become_the_list_and_no_number_is_there_twice_in_between(
      @ForAll("lists") Map<Integer, Integer> stored,
      @ForAll("lists") Map<Integer, Integer> wanted) {
    RowDiff<Port> refit = refit(stored, wanted);
    Map<UUID, String> rows = new HashMap<>(named(ports(stored)));
    rows.keySet().removeAll(refit.displaced().ids());
    for (Port port : refit.written()) {
      assertThat(rows).doesNotContainKey(port.id()).doesNotContainValue(port.toString());
      rows.put(port.id(), port.toString());
    }
    assertThat(rows).isEqualTo(named(ports(wanted)));
  }

  @Property
  void what_is_gone_is_what_the_list_leaves_out(
      @ForAll("lists") Map<Integer, Integer> stored,
      @ForAll("lists") Map<Integer, Integer> wanted) {
    Set<UUID> leftOut = new HashSet<>(named(ports(stored)).keySet());
    leftOut.removeAll(named(ports(wanted)).keySet());
    assertThat(refit(stored, wanted).displaced().gone()).isEqualTo(leftOut);
  }

  @Property
  void the_same_list_again_touches_nothing(@ForAll("lists") Map<Integer, Integer> stored) {
    RowDiff<Port> refit = refit(stored, stored);
    assertThat(refit.written()).isEmpty();
    assertThat(refit.displaced()).isEqualTo(new RowChanges(Set.of(), Set.of()));
  }

  /** Numbers by the place of their id; no number twice. */
  @Provide
  Arbitrary<Map<Integer, Integer>> lists() {
    return Arbitraries.maps(
            Arbitraries.integers().between(0, 5), Arbitraries.integers().between(80, 86))
        .ofMaxSize(5)
        .filter(map -> new HashSet<>(map.values()).size() == map.size());
  }
}
