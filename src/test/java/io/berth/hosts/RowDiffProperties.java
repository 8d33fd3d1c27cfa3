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

/**
 * The diff between a host's stored ports and a sent list, applied to a model of a table with a
 * unique port number.
 */
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

  private static Map<UUID, String> portsById(List<Port> ports) {
    return ports.stream().collect(Collectors.toMap(Port::id, Port::toString));
  }

  private static RowDiff<Port> diff(Map<Integer, Integer> stored, Map<Integer, Integer> wanted) {
    return new RowDiff<>(ports(stored), ports(wanted), Port::matches);
  }

  @Property
  void reaches_the_wanted_list_without_a_duplicate_number(
      @ForAll("lists") Map<Integer, Integer> stored,
      @ForAll("lists") Map<Integer, Integer> wanted) {
    RowDiff<Port> diff = diff(stored, wanted);
    Map<UUID, String> rows = new HashMap<>(portsById(ports(stored)));
    rows.keySet().removeAll(diff.displaced().ids());
    for (Port port : diff.written()) {
      assertThat(rows).doesNotContainKey(port.id()).doesNotContainValue(port.toString());
      rows.put(port.id(), port.toString());
    }
    assertThat(rows).isEqualTo(portsById(ports(wanted)));
  }

  @Property
  void deletes_exactly_the_rows_that_the_list_omits(
      @ForAll("lists") Map<Integer, Integer> stored,
      @ForAll("lists") Map<Integer, Integer> wanted) {
    Set<UUID> omitted = new HashSet<>(portsById(ports(stored)).keySet());
    omitted.removeAll(portsById(ports(wanted)).keySet());
    assertThat(diff(stored, wanted).displaced().gone()).isEqualTo(omitted);
  }

  @Property
  void changes_nothing_for_the_stored_list(@ForAll("lists") Map<Integer, Integer> stored) {
    RowDiff<Port> diff = diff(stored, stored);
    assertThat(diff.written()).isEmpty();
    assertThat(diff.displaced()).isEqualTo(new RowChanges(Set.of(), Set.of()));
  }

  /** Port numbers by the index of their ids, without duplicates. */
  @Provide
  Arbitrary<Map<Integer, Integer>> lists() {
    return Arbitraries.maps(
            Arbitraries.integers().between(0, 5), Arbitraries.integers().between(80, 86))
        .ofMaxSize(5)
        .filter(map -> new HashSet<>(map.values()).size() == map.size());
  }
}
