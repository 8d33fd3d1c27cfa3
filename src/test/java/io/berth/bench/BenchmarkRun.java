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

/** So many connections that work at once for a time, or until one has nothing left to do. */
final class BenchmarkRun {
  private static final long LONGEST = Duration.ofMinutes(2).toNanos();

  private final AtomicBoolean over = new AtomicBoolean();
  private final AtomicInteger errors = new AtomicInteger();
  private final AtomicReference<String> firstError = new AtomicReference<>("");
  private final CountDownLatch start = new CountDownLatch(1);

  /** How often it was done in how many seconds; latencies in nanoseconds. */
  record Run(Histogram latencies, double seconds, int errors, String firstError) {
    double perSecond() {
      return latencies.getTotalCount() / seconds;
    }

    double millis(double percentile) {
      return latencies.getValueAtPercentile(percentile) / 1e6;
    }
  }

  private BenchmarkRun() {}

  /** Does the units, one thread for each, until the time is over. */
  static Run run(List<BenchmarkOperation> units, Duration time) throws Exception {
    return new BenchmarkRun().go(units, time);
  }

  private Run go(List<BenchmarkOperation> units, Duration time) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(units.size());
    try {
      List<Future<Histogram>> running = new ArrayList<>();
      for (BenchmarkOperation unit : units) {
        running.add(threads.submit(() -> repeat(unit, time)));
      }
      long began = System.nanoTime();
      start.countDown();
      Histogram all = new Histogram(LONGEST, 3);
      for (Future<Histogram> one : running) {
        all.add(one.get());
      }
      return new Run(all, (System.nanoTime() - began) / 1e9, errors.get(), firstError.get());
    } finally {
      threads.shutdownNow();
    }
  }

  private Histogram repeat(BenchmarkOperation unit, Duration time) throws Exception {
    Histogram latencies = new Histogram(LONGEST, 3);
    start.await();
    long deadline = System.nanoTime() + time.toNanos();
    long before = System.nanoTime();
    while (before < deadline && !over.get() && tried(unit)) {
      long after = System.nanoTime();
      latencies.recordValue(after - before);
      before = after;
    }
    return latencies;
  }

  private boolean tried(BenchmarkOperation unit) {
    try {
      if (!unit.run()) {
        over.set(true);
        return false;
      }
    } catch (Exception failure) {
      errors.incrementAndGet();
      firstError.compareAndSet("", failure.toString());
    }
    return true;
  }
}
