package io.berth.accounts.apikeys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The secret of an API key: {@code scp_u_} and 32 letters or digits, 190 random bits. It is shown
 * once and stored only as its SHA-256; so much randomness needs no slow hash.
 */
public final class ApiKeySecret {
  private static final String PREFIX = "scp_u_";
  private static final int LENGTH = 32;
  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9A-Za-z]{" + LENGTH + "}");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String text;

  private ApiKeySecret(String text) {
    this.text = text;
  }

  /** A fresh one. */
  public static ApiKeySecret random() {
    StringBuilder text = new StringBuilder(PREFIX);
    RANDOM.ints(LENGTH, 0, ALPHABET.length()).forEach(i -> text.append(ALPHABET.charAt(i)));
    return new ApiKeySecret(text.toString());
  }

  /** The secret that is written so; empty if it is none. */
  public static Optional<ApiKeySecret> find(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new ApiKeySecret(text)) : Optional.empty();
  }

  /** What is stored in its place: 32 bytes. */
  byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The secret itself, for the one answer that shows it. */
  public String reveal() {
    return text;
  }

  /** Keeps it out of logs. */
  @Override
  public String toString() {
    return "**********";
  }
}
