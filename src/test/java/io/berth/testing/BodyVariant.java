package io.berth.testing;

import java.util.HashMap;
import java.util.Map;

/** Copies of a request body that differ in one member. */
public final class BodyVariant {
  private BodyVariant() {}

  public static Map<String, Object> with(Map<String, ?> body, String member, Object value) {
    Map<String, Object> changed = new HashMap<>(body);
    changed.put(member, value);
    return changed;
  }

  public static Map<String, Object> without(Map<String, ?> body, String member) {
    Map<String, Object> changed = new HashMap<>(body);
    changed.remove(member);
    return changed;
  }
}
