package io.berth.http.lists;

import io.berth.http.json.ScalarModule;
import io.berth.refusals.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads query parameters strictly; an empty one counts as absent. */
public final class QueryParameters {
  private static final Pattern WHOLE = Pattern.compile("\\d{1,18}");

  private QueryParameters() {}

  /** The text of a parameter, or null. */
  public static String text(String value) {
    return value == null || value.isEmpty() ? null : value;
  }

  /** The id in a parameter, or null; refuses what is no UUID. */
  public static UUID id(String name, String value) {
    return text(value) == null ? null : ScalarModule.uuid(value).orElseThrow(() -> noId(name));
  }

  /** The ids in all occurrences of a parameter; refuses if one is no UUID. */
  public static List<UUID> ids(String name, List<String> values) {
    return values.stream().filter(v -> !v.isEmpty()).map(v -> id(name, v)).toList();
  }

  /** The whole number of 0 or more in a parameter, or null; refuses what is none. */
  public static Long number(String name, String value) {
    if (text(value) == null) {
      return null;
    }
    return Optional.of(value)
        .filter(v -> WHOLE.matcher(v).matches())
        .map(Long::valueOf)
        .orElseThrow(
            () -> Refusal.invalidValue(name, name + " must be a whole number, 0 or greater."));
  }

  static Refusal noId(String name) {
    return Refusal.invalidValue(name, name + " must be a UUID.");
  }
}
