package io.berth.inventory;

import io.berth.refusals.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The positions of the entries of a host's list: given for all of them or for none; if for all, 0
 * to n-1. Entries that have exactly their stored positions may keep them, even with gaps, so that a
 * client can send a host back as it read it.
 */
record Positions(String list, List<UUID> ids, List<Integer> asked) {

  /** Refuses other positions; reads the stored ones only if the given ones are not 0 to n-1. */
  void requireValid(Supplier<Map<UUID, Integer>> stored) {
    if (asked.stream().allMatch(Objects::isNull)) {
      return;
    }
    OptionalInt without = first(i -> asked.get(i) == null);
    if (without.isPresent()) {
      throw refusal(without.getAsInt(), "must be given for every entry of the list or for none");
    }
    Set<Integer> seen = new HashSet<>();
    OptionalInt wrong =
        first(i -> asked.get(i) < 0 || asked.get(i) >= asked.size() || !seen.add(asked.get(i)));
    if (wrong.isPresent() && !areOf(stored.get())) {
      throw refusal(
          wrong.getAsInt(),
          "must be from 0 to %d, and different for every entry".formatted(last()));
    }
  }

  private boolean areOf(Map<UUID, Integer> stored) {
    return first(i -> !asked.get(i).equals(stored.get(ids.get(i)))).isEmpty();
  }

  private int last() {
    return asked.size() - 1;
  }

  private OptionalInt first(java.util.function.IntPredicate what) {
    return IntStream.range(0, asked.size()).filter(what).findFirst();
  }

  private Refusal refusal(int entry, String message) {
    return Refusal.validationFailed("%s[%d].position".formatted(list, entry), message);
  }
}
