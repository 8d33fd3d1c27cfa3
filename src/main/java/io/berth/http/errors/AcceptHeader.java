package io.berth.http.errors;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values of the header {@code Accept} or {@code Accept-Encoding} (RFC 9110, 12.5). */
public final class AcceptHeader {
  private static final Pattern WEIGHT =
      Pattern.compile("(?i)\\s*q\\s*=\\s*(0(?:\\.\\d{0,3})?|1(?:\\.0{0,3})?)\\s*");
  private static final String WILDCARD = "*";

  private final List<Range> ranges;

  private record Range(String name, double weight) {
    public static Range of(String text) {
      String[] parts = text.split(";");
      double weight =
          Arrays.stream(parts)
              .skip(1)
              .map(WEIGHT::matcher)
              .filter(Matcher::matches)
              .mapToDouble(q -> Double.parseDouble(q.group(1)))
              .findFirst()
              .orElse(1);
      return new Range(parts[0].strip().toLowerCase(Locale.ROOT), weight);
    }

    boolean matches(String value) {
      return name.equals(value)
          || name.equals(WILDCARD)
          || name.equals("*/*")
          || name.endsWith("/*") && value.startsWith(name.substring(0, name.length() - 1));
    }

    /** A range without a wildcard comes first, then the one with the longer prefix. */
    int precision() {
      return name.endsWith(WILDCARD) ? name.length() : Integer.MAX_VALUE;
    }
  }

  private AcceptHeader(List<Range> ranges) {
    this.ranges = ranges;
  }

  /** Parses all occurrences of the header; ignores malformed elements. */
  public static AcceptHeader of(Iterable<String> headers) {
    return new AcceptHeader(
        Arrays.stream(String.join(",", headers).split(","))
            .filter(range -> !range.isBlank() && !range.strip().startsWith(";"))
            .map(Range::of)
            .toList());
  }

  /** Whether the header contains exactly this value, with a weight above 0. */
  public boolean names(String value) {
    return ranges.stream().anyMatch(r -> r.name().equals(value) && r.weight() > 0);
  }

  /** The weight of this value, from 0 to 1, by the most specific range; 0 if no range matches. */
  public double weight(String value) {
    return mostSpecific(value).map(Range::weight).orElse(0.0);
  }

  /** Whether any range has the weight 0. */
  public boolean excludesAny() {
    return ranges.stream().anyMatch(range -> range.weight() == 0);
  }

  /** Whether the most specific range for this value has the weight 0; false if no range matches. */
  public boolean excludes(String value) {
    return mostSpecific(value).filter(range -> range.weight() == 0).isPresent();
  }

  /**
   * Parameters of ranges are ignored: of ranges that are equal otherwise, the highest weight
   * counts.
   */
  private Optional<Range> mostSpecific(String value) {
    return ranges.stream()
        .filter(range -> range.matches(value))
        .max(Comparator.comparingInt(Range::precision).thenComparingDouble(Range::weight));
  }
}
