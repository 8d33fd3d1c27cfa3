package io.berth.http.errors;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a client accepts, from the header {@code Accept} or one of its kind (RFC 9110, 12.5). */
public final class AcceptHeader {
  private static final Pattern WEIGHT =
      Pattern.compile("(?i)\\s*q\\s*=\\s*(0(?:\\.\\d{0,3})?|1(?:\\.0{0,3})?)\\s*");
  private static final String ANY = "*";

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

    boolean covers(String wanted) {
      return name.equals(wanted)
          || name.equals(ANY)
          || name.equals("*/*")
          || name.endsWith("/*") && wanted.startsWith(name.substring(0, name.length() - 1));
    }

    /** Whether it has no star in it, then how little its star leaves open. */
    int precision() {
      return name.endsWith(ANY) ? name.length() : Integer.MAX_VALUE;
    }
  }

  private AcceptHeader(List<Range> ranges) {
    this.ranges = ranges;
  }

  /** By the values of the header's occurrences; what can't be read of them is left out. */
  public static AcceptHeader of(Iterable<String> headers) {
    return new AcceptHeader(
        Arrays.stream(String.join(",", headers).split(","))
            .filter(range -> !range.isBlank() && !range.strip().startsWith(";"))
            .map(Range::of)
            .toList());
  }

  /** Whether it is named as itself, and welcome. */
  public boolean names(String wanted) {
    return ranges.stream().anyMatch(r -> r.name().equals(wanted) && r.weight() > 0);
  }

  /** How welcome it is, from 0 to 1: by the range that fits it best; 0 if none does. */
  public double weight(String wanted) {
    return best(wanted).map(Range::weight).orElse(0.0);
  }

  /** Whether anything is said to be unwelcome, by the weight 0. */
  public boolean excludesAny() {
    return ranges.stream().anyMatch(range -> range.weight() == 0);
  }

  /** Whether it is said to be unwelcome, and not only left out. */
  public boolean excludes(String wanted) {
    return best(wanted).filter(range -> range.weight() == 0).isPresent();
  }

  /** Ranges that differ in parameters alone are one here; the most welcome of them counts. */
  private Optional<Range> best(String wanted) {
    return ranges.stream()
        .filter(range -> range.covers(wanted))
        .max(Comparator.comparingInt(Range::precision).thenComparingDouble(Range::weight));
  }
}
