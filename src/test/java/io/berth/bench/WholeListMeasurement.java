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

/** The list of all services in one response, parsed as a stream. */
final class WholeListMeasurement {
  private static final long TIMEOUT = TimeUnit.SECONDS.toMillis(60);

  private int status;
  private long bytes;
  private long items;
  private boolean complete;
  private String failure = "";
  private double seconds;

  /** Reads the list; aborts the request after one minute. */
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
    long start = System.nanoTime();
    try {
      http.send(request, list::parse);
    } catch (IOException aborted) {
      list.failure = aborted.toString();
    }
    timer.cancel();
    list.seconds = (System.nanoTime() - start) / 1e9;
    return list;
  }

  private Void parse(ClassicHttpResponse response) throws IOException {
    status = response.getCode();
    try (JsonParser json =
        new JsonFactory().createParser(counted(response.getEntity().getContent()))) {
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
        int value = super.read();
        bytes += value < 0 ? 0 : 1;
        return value;
      }

      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        bytes += Math.max(read, 0);
        return read;
      }
    };
  }

  /** Whether the response was a complete document with this number of items. */
  boolean isComplete(int expected) {
    return status == 200 && complete && items == expected;
  }

  String summary() {
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
