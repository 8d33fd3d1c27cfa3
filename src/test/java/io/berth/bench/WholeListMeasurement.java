package io.berth.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;

/** The list of all services in one answer, read as it comes. */
final class WholeListMeasurement {
  private static final long TIMEOUT = TimeUnit.SECONDS.toMillis(60);

  private int status;
  private long bytes;
  private long items;
  private boolean complete;
  private String failure = "";
  private double seconds;

  /** Reads it from the Berth; gives up after a minute. */
  static WholeListMeasurement read(BenchmarkClient http) {
    WholeListMeasurement list = new WholeListMeasurement();
    HttpUriRequestBase request = http.request("GET", "/services?limit=0", null);
    Timer timer = new Timer(true);
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            request.cancel();
          }
        },
        TIMEOUT);
    long began = System.nanoTime();
    try {
      http.send(request, list::take);
    } catch (IOException brokenOff) {
      list.failure = brokenOff.toString();
    }
    timer.cancel();
    list.seconds = (System.nanoTime() - began) / 1e9;
    return list;
  }

  private Void take(ClassicHttpResponse answer) throws IOException {
    status = answer.getCode();
    try (JsonParser json =
        new JsonFactory().createParser(counted(answer.getEntity().getContent()))) {
      int depth = 0;
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.START_OBJECT
            && depth == 2
            && json.getParsingContext().getParent().inArray()) {
          items++;
        }
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      }
      complete = depth == 0;
    }
    return null;
  }

  private InputStream counted(InputStream body) {
    return new FilterInputStream(body) {
      @Override
      public int read() throws IOException {
        int one = super.read();
        bytes += one < 0 ? 0 : 1;
        return one;
      }

      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        bytes += Math.max(read, 0);
        return read;
      }
    };
  }

  /** Whether it was all there: a whole document with so many items. */
  boolean holds(int expected) {
    return status == 200 && complete && items == expected;
  }

  String told() {
    return "status %d, %.1f s, %,d bytes, %,d services, %s%s"
        .formatted(
            status,
            seconds,
            bytes,
            items,
            complete ? "complete JSON" : "NOT complete JSON",
            failure.isEmpty() ? "" : " (" + failure + ")");
  }
}
