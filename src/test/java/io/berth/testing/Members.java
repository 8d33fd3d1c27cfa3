package io.berth.testing;

import java.util.LinkedHashMap;
import java.util.Map;

/** The members of a JSON object that is to be sent; a copy for each change, nulls allowed. */
public final class Members {
  private Members() {}

  /** Members given as name, value, name, value … */
  public static Map<String, Object> of(Object... members) {
    return with(Map.of(), members);
  }

  /** The same with these members, given as name, value, name, value … */
  public static Map<String, Object> with(Map<String, Object> body, Object... members) {
    Map<String, Object> changed = new LinkedHashMap<>(body);
    for (int i = 0; i < members.length; i += 2) {
      changed.put((String) members[i], members[i + 1]);
    }
    return changed;
  }

  /** The same without this member. */
  public static Map<String, Object> without(Map<String, Object> body, String member) {
    Map<String, Object> changed = new LinkedHashMap<>(body);
    changed.remove(member);
    return changed;
  }
}
