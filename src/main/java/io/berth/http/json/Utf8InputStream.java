package io.berth.http.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.io.ContentReference;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A body that must be UTF-8 (RFC 3629), checked while it is read: the first byte that can't be is
 * refused with {@code malformed_json} and its place. The JSON parser itself finds some of these
 * bytes only, and takes others for the end of the document. A character that is cut off by the end
 * of the body is left to the parser, for which the document then ends too soon.
 */
final class Utf8InputStream extends FilterInputStream {
  private int due;
  private int least;
  private int most;
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
    if (due > 0) {
      follow(one);
    } else if (one == '\n') {
      line++;
      column = 0;
    } else {
      column++;
      if (one >= 0x80) {
        begin(one);
      }
    }
  }

  /** The first byte says how many follow; after four of them the next one has narrower bounds. */
  private void begin(int first) {
    if (first < 0xC2 || first > 0xF4) {
      throw refused();
    }
    due = first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
    least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
  }

  private void follow(int next) {
    if (next < least || next > most) {
      throw refused();
    }
    due--;
    least = 0x80;
    most = 0xBF;
  }

  private RuntimeException refused() {
    return MalformedJson.at(
        new JsonLocation(ContentReference.unknown(), -1, line, column), MalformedJson.NOT_UTF_8);
  }
}
