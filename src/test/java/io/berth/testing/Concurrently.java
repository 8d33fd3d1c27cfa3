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

/** Callers who all begin at the same moment. */
public final class Concurrently {
  /** How many call at once. */
  public static final int SIZE = 16;

  private static final long PATIENCE_SECONDS = 600;

  private Concurrently() {}

  /** Runs the calls, at most {@link #SIZE} at a time; answers their results in their order. */
  public static <T> List<T> together(List<Callable<T>> calls) {
    return together(Math.min(SIZE, calls.size()), calls);
  }

  /** Runs the calls, at most so many at a time; answers their results in their order. */
  public static <T> List<T> together(int size, List<Callable<T>> calls) {
    ExecutorService callers = Executors.newFixedThreadPool(size);
    CountDownLatch begin = new CountDownLatch(1);
    try {
      List<Future<T>> running = new ArrayList<>();
      for (Callable<T> call : calls) {
        running.add(
            callers.submit(
                () -> {
                  begin.await();
                  return call.call();
                }));
      }
      begin.countDown();
      return results(running);
    } finally {
      callers.shutdownNow();
    }
  }

  private static <T> List<T> results(List<Future<T>> running) {
    List<T> results = new ArrayList<>();
    try {
      for (Future<T> one : running) {
        results.add(one.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
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
