package io.berth.bench;

import java.time.Duration;
import java.util.Deque;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Stops what was started, in reverse order: at the end, on failure, on Ctrl-C, or after the time
 * limit.
 */
final class Cleanup implements AutoCloseable {
  private static final int TIMEOUT_EXIT_CODE = 3;
  private final Deque<Runnable> steps = new ConcurrentLinkedDeque<>();

  Cleanup(Duration timeLimit) {
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    new Timer(true)
        .schedule(
            new TimerTask() {
              @Override
              public void run() {
                System.err.println(
                    "The benchmark was stopped after its time limit of " + timeLimit);
                System.exit(TIMEOUT_EXIT_CODE);
              }
            },
            timeLimit.toMillis());
  }

  void add(Runnable step) {
    steps.push(step);
  }

  @Override
  public void close() {
    Runnable step = steps.poll();
    if (step != null) {
      try {
        step.run();
      } finally {
        close();
      }
    }
  }
}
