package io.berth.http.lists;

import io.berth.http.json.ScalarModule;
import io.berth.refusals.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Parses query parameters strictly; an empty value counts as absent. */
public final class QueryParameters {
  private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,18}");

  private QueryParameters() {}

  public static String text(String value) {
    return value == null || value.isEmpty() ? null : value;
  }

  /** Null if absent; refuses a value that is not a UUID. */
  public static UUID id(String name, String value) {
    return text(value) == null ? null : ScalarModule.uuid(value).orElseThrow(() -> invalidId(name));
  }

  /** The ids of all occurrences of a parameter; refuses a value that is not a UUID. */
  public static List<UUID> ids(String name, List<String> values) {
    return values.stream().filter(v -> !v.isEmpty()).map(v -> id(name, v)).toList();
  }

  /** Null if absent; refuses a value that is not a whole number of at most 18 digits. */
  public static Long number(String name, String value) {
    if (text(value) == null) {
      return null;
    }
    return Optional.of(value)
        .filter(v -> WHOLE_NUMBER.matcher(v).matches())
        .map(Long::valueOf)
        .orElseThrow(
            () -> Refusal.invalidValue(name, name + " must be a whole number, 0 or greater."));
  }

  static Refusal invalidId(String name) {
    return Refusal.invalidValue(name, name + " must be a UUID.");
  }
}
