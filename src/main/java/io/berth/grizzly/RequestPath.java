package io.berth.grizzly;

import io.berth.http.errors.ContainerErrorServlet;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** The path of a request as it was sent, percent encoding included. */
final class RequestPath {
  private static final int LAST_ASCII = 0x7F;

  private static final Pattern DOTS = Pattern.compile("/(\\.|\\.{3,})(/|$)|/\\.\\.$");

  /** Berth answers 404 there. */
  static final String NOWHERE = "/dot-segment";

  private RequestPath() {}

  /**
   * The path itself, if the server decodes it. For one that is not percent-encoded UTF-8, holds a
   * NUL or a backslash, leads out of the root, or does not begin with a slash, the path at which
   * Berth answers 400. For one with a segment {@code .} or {@code ...}, or that ends in {@code ..},
   * a path at which there is nothing: the server fails at some of them, and takes others for {@code
   * ..}. It resolves {@code /../} within a path.
   */
  static String decodable(String path) {
    if (isPlain(path)) {
      return path;
    }
    Optional<String> decoded = decode(path).filter(RequestPath::isAllowed);
    if (decoded.isEmpty()) {
      return ContainerErrorServlet.MALFORMED_PATH;
    }
    return DOTS.matcher(decoded.get()).find() ? NOWHERE : path;
  }

  private static boolean isPlain(String path) {
    return path.equals("*")
        || path.startsWith("/")
            && path.indexOf('%') < 0
            && path.indexOf('\\') < 0
            && !path.contains("/.");
  }

  private static Optional<String> decode(String path) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(path.length());
    for (int i = 0; i < path.length(); i++) {
      char one = path.charAt(i);
      if (one > LAST_ASCII) {
        // The server decodes it as it was sent, which this text does not tell.
        bytes.write('?');
      } else if (one != '%') {
        bytes.write(one);
      } else if (isEncoded(path, i)) {
        bytes.write(HexFormat.fromHexDigits(path, i + 1, i + 3));
        i += 2;
      } else {
        return Optional.empty();
      }
    }
    return utf8(bytes.toByteArray());
  }

  private static boolean isEncoded(String path, int percent) {
    return percent + 2 < path.length()
        && HexFormat.isHexDigit(path.charAt(percent + 1))
        && HexFormat.isHexDigit(path.charAt(percent + 2));
  }

  private static Optional<String> utf8(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException noText) {
      return Optional.empty();
    }
  }

  private static boolean isAllowed(String decoded) {
    return decoded.startsWith("/")
        && decoded.indexOf('\\') < 0
        && decoded.indexOf('\0') < 0
        && !leavesRoot(decoded);
  }

  private static boolean leavesRoot(String decoded) {
    int depth = 0;
    for (String segment : decoded.split("/")) {
      if (segment.equals("..")) {
        depth--;
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        depth++;
      }
      if (depth < 0) {
        return true;
      }
    }
    return false;
  }
}
