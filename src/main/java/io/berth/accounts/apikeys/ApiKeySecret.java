package io.berth.accounts.apikeys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The secret of an API key: {@code scp_u_} and 32 random letters or digits (190 bits). It is shown
 * once, and only its SHA-256 is stored. With so many random bits, a slow password hash adds no
 * security.
 */
public final class ApiKeySecret {
  private static final String PREFIX = "scp_u_";
  private static final int LENGTH = 32;
  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final Pattern FORMAT = Pattern.compile(PREFIX + "[0-9A-Za-z]{" + LENGTH + "}");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String text;

  private ApiKeySecret(String text) {
    this.text = text;
  }

  /** Creates a secret from a secure random generator. */
  public static ApiKeySecret random() {
    StringBuilder text = new StringBuilder(PREFIX);
    RANDOM.ints(LENGTH, 0, ALPHABET.length()).forEach(i -> text.append(ALPHABET.charAt(i)));
    return new ApiKeySecret(text.toString());
  }

  /** Parses the text; empty if it does not have the format of a secret. */
  public static Optional<ApiKeySecret> find(String text) {
    return FORMAT.matcher(text).matches() ? Optional.of(new ApiKeySecret(text)) : Optional.empty();
  }

  /** The SHA-256 of the secret, 32 bytes; the only form that is stored. */
  byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The secret in plain text, for the one response that shows it. */
  public String reveal() {
    return text;
  }

  /** Masks the secret, so that it never gets into a log. */
  @Override
  public String toString() {
    return "**********";
  }
}
