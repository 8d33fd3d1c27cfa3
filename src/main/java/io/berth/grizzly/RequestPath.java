package io.berth.grizzly;

import io.berth.http.errors.ContainerErrorServlet;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** The path of a request as the client sent it, with its percent encoding. */
final class RequestPath {
  private static final int LAST_ASCII = 0x7F;

  private static final Pattern DOT_SEGMENTS = Pattern.compile("/(\\.|\\.{3,})(/|$)|/\\.\\.$");

  /** Berth has nothing at this path and returns 404. */
  static final String NOT_FOUND = "/dot-segment";

  private RequestPath() {}

  /**
   * Returns the path if the server decodes it correctly. Returns the path of the 400 response if it
   * is not percent-encoded UTF-8, contains a NUL or a backslash, leaves the root, or does not begin
   * with a slash. Returns a path that does not exist if it has a segment {@code .} or {@code ...},
   * or ends in {@code ..}: the server fails on some of these and treats others as {@code ..}. The
   * server resolves {@code /../} inside a path.
   */
  static String replaceIfUndecodable(String path) {
    if (isPlain(path)) {
      return path;
    }
    Optional<String> decoded = decode(path).filter(RequestPath::isAllowed);
    if (decoded.isEmpty()) {
      return ContainerErrorServlet.MALFORMED_PATH;
    }
    return DOT_SEGMENTS.matcher(decoded.get()).find() ? NOT_FOUND : path;
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
      char character = path.charAt(i);
      if (character > LAST_ASCII) {
        // The server decodes the sent bytes, which this string no longer has.
        bytes.write('?');
      } else if (character != '%') {
        bytes.write(character);
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
    } catch (CharacterCodingException notUtf8) {
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
