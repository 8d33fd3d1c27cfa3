package io.berth.bench;

import java.time.Duration;
import java.util.Deque;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * What was started, ended in reverse order: at the end, on failure, on Ctrl-C, or when it takes too
 * long.
 */
final class Cleanup implements AutoCloseable {
  private static final int TOO_LONG = 3;
  private final Deque<Runnable> steps = new ConcurrentLinkedDeque<>();

  Cleanup(Duration longest) {
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    new Timer(true)
        .schedule(
            new TimerTask() {
              @Override
              public void run() {
                System.err.println("The benchmark takes longer than " + longest + ": given up.");
                System.exit(TOO_LONG);
              }
            },
            longest.toMillis());
  }

  void with(Runnable step) {
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
