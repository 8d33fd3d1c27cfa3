package io.berth.testing;

import java.util.HashMap;
import java.util.Map;

/** A body that differs from another in one member. */
public final class BodyVariant {
  private BodyVariant() {}

  /** The same with this value for the member. */
  public static Map<String, Object> with(Map<String, ?> body, String member, Object value) {
    Map<String, Object> changed = new HashMap<>(body);
    changed.put(member, value);
    return changed;
  }

  /** The same without the member. */
  public static Map<String, Object> without(Map<String, ?> body, String member) {
    Map<String, Object> changed = new HashMap<>(body);
    changed.remove(member);
    return changed;
  }
}
