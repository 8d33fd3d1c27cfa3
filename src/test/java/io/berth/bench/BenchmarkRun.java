package io.berth.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.HdrHistogram.Histogram;

/** Concurrent operations for a duration, or until one of them has used up its data. */
final class BenchmarkRun {
  private static final long MAX_LATENCY_NANOS = Duration.ofMinutes(2).toNanos();

  private final AtomicBoolean exhausted = new AtomicBoolean();
  private final AtomicInteger errors = new AtomicInteger();
  private final AtomicReference<String> firstError = new AtomicReference<>("");
  private final CountDownLatch start = new CountDownLatch(1);

  /** The latencies in nanoseconds, and the duration in seconds. */
  record Run(Histogram latencies, double seconds, int errors, String firstError) {
    double perSecond() {
      return latencies.getTotalCount() / seconds;
    }

    double millis(double percentile) {
      return latencies.getValueAtPercentile(percentile) / 1e6;
    }
  }

  private BenchmarkRun() {}

  /** Runs each operation in a thread of its own until the duration is over. */
  static Run run(List<BenchmarkOperation> operations, Duration duration) throws Exception {
    return new BenchmarkRun().execute(operations, duration);
  }

  private Run execute(List<BenchmarkOperation> operations, Duration duration) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(operations.size());
    try {
      List<Future<Histogram>> futures = new ArrayList<>();
      for (BenchmarkOperation operation : operations) {
        futures.add(threads.submit(() -> repeat(operation, duration)));
      }
      long started = System.nanoTime();
      start.countDown();
      Histogram total = new Histogram(MAX_LATENCY_NANOS, 3);
      for (Future<Histogram> future : futures) {
        total.add(future.get());
      }
      return new Run(total, (System.nanoTime() - started) / 1e9, errors.get(), firstError.get());
    } finally {
      threads.shutdownNow();
    }
  }

  private Histogram repeat(BenchmarkOperation operation, Duration duration) throws Exception {
    Histogram latencies = new Histogram(MAX_LATENCY_NANOS, 3);
    start.await();
    long deadline = System.nanoTime() + duration.toNanos();
    long before = System.nanoTime();
    while (before < deadline && !exhausted.get() && runOnce(operation)) {
      long after = System.nanoTime();
      latencies.recordValue(after - before);
      before = after;
    }
    return latencies;
  }

  private boolean runOnce(BenchmarkOperation operation) {
    try {
      if (!operation.run()) {
        exhausted.set(true);
        return false;
      }
    } catch (Exception failure) {
      errors.incrementAndGet();
      firstError.compareAndSet("", failure.toString());
    }
    return true;
  }
}
