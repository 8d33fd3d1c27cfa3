package io.berth.http.json;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the value of a JSON member is to be, in the words of the wire. */
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

  /** What is read as this type; an object, if nothing else is known of it. */
  public static String as(Class<?> type) {
    if (type == null) {
      return "of another type";
    }
    if (type.isEnum()) {
      return "one of " + words(type.getEnumConstants());
    }
    boolean many = type.isArray() || Collection.class.isAssignableFrom(type);
    return SCALARS.getOrDefault(type, many ? "an array" : "an object");
  }

  /** The words by which the kinds of a type are told apart. */
  public static String kindsOf(Class<?> type) {
    JsonSubTypes kinds = type.getAnnotation(JsonSubTypes.class);
    return kinds == null
        ? "a known type"
        : "one of "
            + Arrays.stream(kinds.value())
                .map(JsonSubTypes.Type::name)
                .collect(Collectors.joining(", "));
  }

  private static String words(Object... constants) {
    return Arrays.stream(constants)
        .map(word -> JsonProvider.MAPPER.convertValue(word, String.class))
        .collect(Collectors.joining(", "));
  }
}
