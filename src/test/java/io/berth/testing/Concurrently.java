package io.berth.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs calls that all start at the same moment. */
public final class Concurrently {
  /** The number of threads. */
  public static final int SIZE = 16;

  private static final long TIMEOUT_SECONDS = 600;

  private Concurrently() {}

  /**
   * Runs the calls in at most {@link #SIZE} threads; returns their results in the order of the
   * calls.
   */
  public static <T> List<T> together(List<Callable<T>> calls) {
    return together(Math.min(SIZE, calls.size()), calls);
  }

  /** Runs the calls in this number of threads; returns their results in the order of the calls. */
  public static <T> List<T> together(int size, List<Callable<T>> calls) {
    ExecutorService threads = Executors.newFixedThreadPool(size);
    CountDownLatch start = new CountDownLatch(1);
    try {
      List<Future<T>> futures = new ArrayList<>();
      for (Callable<T> call : calls) {
        futures.add(
            threads.submit(
                () -> {
                  start.await();
                  return call.call();
                }));
      }
      start.countDown();
      return results(futures);
    } finally {
      threads.shutdownNow();
    }
  }

  private static <T> List<T> results(List<Future<T>> futures) {
    List<T> results = new ArrayList<>();
    try {
      for (Future<T> future : futures) {
        results.add(future.get(TIMEOUT_SECONDS, TimeUnit.SECONDS));
      }
      return results;
    } catch (ExecutionException | TimeoutException failure) {
      throw new IllegalStateException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
