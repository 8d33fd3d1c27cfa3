package io.berth.http.errors;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** The meaning of an error code, and what a client can do about it. */
public record ProblemType(
    String code,
    String title,
    List<Integer> statuses,
    String meaning,
    String params,
    String remedy) {
  private static final Properties TEXTS = read();

  public static Optional<ProblemType> find(String code) {
    return ErrorEnvelope.codes().contains(code) ? Optional.of(of(code)) : Optional.empty();
  }

  /** The types of all codes, ordered by status and code. */
  public static List<ProblemType> all() {
    return ErrorEnvelope.codes().stream()
        .map(ProblemType::of)
        .sorted((a, b) -> a.order().compareTo(b.order()))
        .toList();
  }

  static String title(String code) {
    return text(code, "title");
  }

  private String order() {
    return statuses.get(0) + code;
  }

  private static ProblemType of(String code) {
    return new ProblemType(
        code,
        title(code),
        ErrorEnvelope.statuses(code),
        text(code, "meaning"),
        text(code, "params"),
        text(code, "remedy"));
  }

  private static String text(String code, String part) {
    return TEXTS.getProperty(code + "." + part, "");
  }

  static List<String> keys() {
    return TEXTS.stringPropertyNames().stream().sorted().toList();
  }

  private static Properties read() {
    Properties texts = new Properties();
    try (InputStream file = ProblemType.class.getResourceAsStream("problems.properties");
        Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
      texts.load(reader);
      return texts;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
