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

/** What a body may be, and who waits for it. */
class LimitedRequestBodyTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  private final Bulkhead bulkhead = new Bulkhead();
  private final AtomicInteger givenUp = new AtomicInteger();

  private interface Source {
    int next() throws IOException;
  }

  /** A body that is never there before it is waited for. */
  private static final class Waiting extends ServletInputStream {
    private final Source source;

    Waiting(Source source) {
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
        new Waiting(source),
        new LimitedRequestBody.Limits(bytes, time),
        bulkhead.newPermit(),
        givenUp::incrementAndGet);
  }

  private static Source of(int size) {
    AtomicInteger left = new AtomicInteger(size);
    return () -> left.getAndDecrement() > 0 ? 'x' : -1;
  }

  private Refusal refused(LimitedRequestBody body) {
    return catchThrowableOfType(Refusal.class, body::readAllBytes);
  }

  @Test
  void may_be_as_large_as_allowed() throws IOException {
    assertThat(body(of(10), 10, LONG).readAllBytes()).hasSize(10);
  }

  @Test
  void may_not_be_larger() {
    assertThat(refused(body(of(11), 10, LONG)).reason()).isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void may_not_take_longer() {
    assertThat(refused(body(of(1), 10, Duration.ZERO)).reason()).isEqualTo(Reason.TOO_SLOW);
    assertThat(givenUp).hasValue(1);
  }

  @Test
  void may_not_stop() {
    Source stopped =
        () -> {
          throw new IOException(new TimeoutException());
        };
    assertThat(refused(body(stopped, 10, LONG)).reason()).isEqualTo(Reason.TOO_SLOW);
  }

  @Test
  void may_not_be_cut_off() {
    Source cut =
        () -> {
          throw new IOException("reset");
        };
    assertThat(refused(body(cut, 10, LONG)).reason()).isEqualTo(Reason.MALFORMED_JSON);
  }

  @Test
  void holds_no_permit_while_it_is_waited_for() {
    List<Bulkhead.Permit> others = Stream.generate(bulkhead::newPermit).limit(31).toList();
    others.forEach(Bulkhead.Permit::acquire);
    Bulkhead.Permit own = bulkhead.newPermit();
    own.acquire();
    Source onlyWithAFreePermit =
        () -> {
          Bulkhead.Permit last = bulkhead.newPermit();
          last.acquire();
          last.release();
          return -1;
        };
    LimitedRequestBody body =
        new LimitedRequestBody(
            new Waiting(onlyWithAFreePermit),
            new LimitedRequestBody.Limits(10, LONG),
            own,
            givenUp::incrementAndGet);
    assertThat(assertTimeoutPreemptively(Duration.ofSeconds(20), () -> body.read())).isEqualTo(-1);
  }

  @Test
  void is_read_to_its_end_when_it_was_refused() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    LimitedRequestBody body = body(() -> asked.incrementAndGet() < 50 ? 'x' : -1, 10, LONG);
    refused(body);
    body.close();
    assertThat(asked).hasValue(50);
  }

  @Test
  void is_left_alone_when_it_was_given_up() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    LimitedRequestBody body =
        body(
            () -> {
              asked.incrementAndGet();
              throw new IOException(new TimeoutException());
            },
            10,
            LONG);
    refused(body);
    body.close();
    assertThat(asked).hasValue(1);
  }
}
