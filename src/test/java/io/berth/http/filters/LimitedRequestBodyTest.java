package io.berth.http.filters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.berth.refusals.Reason;
import io.berth.refusals.Refusal;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests the limits of a body, and that a waiting request holds no permit. */
class LimitedRequestBodyTest {
  private static final Duration LONG_TIME = Duration.ofMinutes(1);

  private final Bulkhead bulkhead = new Bulkhead();
  private final AtomicInteger abandoned = new AtomicInteger();

  private interface Source {
    int next() throws IOException;
  }

  /** A body of which nothing is available before a read blocks. */
  private static final class BlockingStream extends ServletInputStream {
    private final Source source;

    BlockingStream(Source source) {
      this.source = source;
    }

    @Override
    public int read() throws IOException {
      return source.next();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int next = source.next();
      buffer[offset] = (byte) next;
      return next < 0 ? -1 : 1;
    }

    @Override
    public boolean isFinished() {
      return false;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException();
    }
  }

  private LimitedRequestBody body(Source source, long bytes, Duration time) {
    return new LimitedRequestBody(
        new BlockingStream(source),
        new LimitedRequestBody.Limits(bytes, time),
        bulkhead.newPermit(),
        abandoned::incrementAndGet);
  }

  private static Source bytes(int size) {
    AtomicInteger remaining = new AtomicInteger(size);
    return () -> remaining.getAndDecrement() > 0 ? 'x' : -1;
  }

  private Refusal refused(LimitedRequestBody body) {
    return catchThrowableOfType(Refusal.class, body::readAllBytes);
  }

  @Test
  void accepts_a_body_of_the_maximum_size() throws IOException {
    assertThat(body(bytes(10), 10, LONG_TIME).readAllBytes()).hasSize(10);
  }

  @Test
  void refuses_a_larger_body() {
    assertThat(refused(body(bytes(11), 10, LONG_TIME)).reason()).isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void refuses_a_body_after_the_time_limit() {
    assertThat(refused(body(bytes(1), 10, Duration.ZERO)).reason()).isEqualTo(Reason.TOO_SLOW);
    assertThat(abandoned).hasValue(1);
  }

  @Test
  void refuses_a_body_after_a_timeout() {
    Source stopped =
        () -> {
          throw new IOException(new TimeoutException());
        };
    assertThat(refused(body(stopped, 10, LONG_TIME)).reason()).isEqualTo(Reason.TOO_SLOW);
  }

  @Test
  void refuses_a_truncated_body() {
    Source truncated =
        () -> {
          throw new IOException("reset");
        };
    assertThat(refused(body(truncated, 10, LONG_TIME)).reason()).isEqualTo(Reason.MALFORMED_JSON);
  }

  @Test
  void holds_no_permit_while_it_waits() {
    List<Bulkhead.Permit> others = Stream.generate(bulkhead::newPermit).limit(31).toList();
    others.forEach(Bulkhead.Permit::acquire);
    Bulkhead.Permit own = bulkhead.newPermit();
    own.acquire();
    Source needsFreePermit =
        () -> {
          Bulkhead.Permit last = bulkhead.newPermit();
          last.acquire();
          last.release();
          return -1;
        };
    LimitedRequestBody body =
        new LimitedRequestBody(
            new BlockingStream(needsFreePermit),
            new LimitedRequestBody.Limits(10, LONG_TIME),
            own,
            abandoned::incrementAndGet);
    assertThat(assertTimeoutPreemptively(Duration.ofSeconds(20), () -> body.read())).isEqualTo(-1);
  }

  @Test
  void reads_a_refused_body_to_its_end() throws IOException {
    AtomicInteger reads = new AtomicInteger();
    LimitedRequestBody body = body(() -> reads.incrementAndGet() < 50 ? 'x' : -1, 10, LONG_TIME);
    refused(body);
    body.close();
    assertThat(reads).hasValue(50);
  }

  @Test
  void does_not_read_an_abandoned_body() throws IOException {
    AtomicInteger reads = new AtomicInteger();
    LimitedRequestBody body =
        body(
            () -> {
              reads.incrementAndGet();
              throw new IOException(new TimeoutException());
            },
            10,
            LONG_TIME);
    refused(body);
    body.close();
    assertThat(reads).hasValue(1);
  }
}
