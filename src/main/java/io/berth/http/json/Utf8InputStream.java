package io.berth.http.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.io.ContentReference;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Checks while reading that a body is UTF-8 (RFC 3629); refuses the first invalid byte with {@code
 * malformed_json} and its position. The JSON parser finds only some of these bytes, and takes
 * others for the end of the document. A character that the end of the body truncates is left to the
 * parser, which reports the unexpected end.
 */
final class Utf8InputStream extends FilterInputStream {
  private int remaining;
  private int min;
  private int max;
  private int line = 1;
  private int column;

  Utf8InputStream(InputStream body) {
    super(body);
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    if (one >= 0) {
      check(one);
    }
    return one;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    for (int i = 0; i < count; i++) {
      check(buffer[offset + i] & 0xFF);
    }
    return count;
  }

  private void check(int one) {
    if (remaining > 0) {
      continueCharacter(one);
    } else if (one == '\n') {
      line++;
      column = 0;
    } else {
      column++;
      if (one >= 0x80) {
        startCharacter(one);
      }
    }
  }

  /**
   * The first byte has the number of continuation bytes; after four values, the next byte has
   * narrower bounds (RFC 3629, 4).
   */
  private void startCharacter(int first) {
    if (first < 0xC2 || first > 0xF4) {
      throw invalidByte();
    }
    remaining = first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
    min = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    max = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
  }

  private void continueCharacter(int next) {
    if (next < min || next > max) {
      throw invalidByte();
    }
    remaining--;
    min = 0x80;
    max = 0xBF;
  }

  private RuntimeException invalidByte() {
    return MalformedJson.at(
        new JsonLocation(ContentReference.unknown(), -1, line, column), MalformedJson.NOT_UTF_8);
  }
}
