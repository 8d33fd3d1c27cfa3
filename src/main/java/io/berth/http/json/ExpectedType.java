package io.berth.http.json;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Describes in error messages the JSON value that a Java type expects. */
public final class ExpectedType {
  private static final Map<Class<?>, String> SCALARS =
      Map.of(
          String.class,
          "a string",
          UUID.class,
          "a UUID in quotes, such as \"01a20e1f-44d5-7648-80c0-f30a359a78fd\"",
          Instant.class,
          "an RFC 3339 time from 1970 to 9999, such as \"2026-01-31T12:00:00Z\"",
          Boolean.class,
          "true or false",
          boolean.class,
          "true or false",
          Integer.class,
          wholeNumber(Integer.MIN_VALUE, Integer.MAX_VALUE),
          int.class,
          wholeNumber(Integer.MIN_VALUE, Integer.MAX_VALUE),
          Long.class,
          wholeNumber(Long.MIN_VALUE, Long.MAX_VALUE),
          long.class,
          wholeNumber(Long.MIN_VALUE, Long.MAX_VALUE));

  private ExpectedType() {}

  private static String wholeNumber(long least, long most) {
    return "a whole number from " + least + " to " + most + ", without quotes";
  }

  /** The description of this type; an unknown type is an object. */
  public static String as(Class<?> type) {
    if (type == null) {
      return "of another type";
    }
    if (type.isEnum()) {
      return "one of " + names(type.getEnumConstants());
    }
    boolean isArray = type.isArray() || Collection.class.isAssignableFrom(type);
    return SCALARS.getOrDefault(type, isArray ? "an array" : "an object");
  }

  /** The names of the subtypes, as the member {@code type} has them. */
  public static String kindsOf(Class<?> type) {
    JsonSubTypes kinds = type.getAnnotation(JsonSubTypes.class);
    return kinds == null
        ? "a known type"
        : "one of "
            + Arrays.stream(kinds.value())
                .map(JsonSubTypes.Type::name)
                .collect(Collectors.joining(", "));
  }

  private static String names(Object... constants) {
    return Arrays.stream(constants)
        .map(constant -> JsonProvider.MAPPER.convertValue(constant, String.class))
        .collect(Collectors.joining(", "));
  }
}
