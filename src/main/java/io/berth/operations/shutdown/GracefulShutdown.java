package io.berth.operations.shutdown;

import io.berth.http.filters.InFlightRequests;
import jakarta.inject.Inject;
import jakarta.servlet.GenericServlet;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.UnavailableException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Closes Berth in order: new requests are refused, and all that Berth is made of stands until those
 * in flight are answered, or their grace is over. It does so when a process of its own is told to
 * end, before anything of it is taken apart; and when Berth alone is undeployed or replaced,
 * because of all servlets this one, which answers no requests, is destroyed first.
 */
public class GracefulShutdown extends GenericServlet {
  private static final long serialVersionUID = 1;
  private static final Logger LOG = Logger.getLogger(GracefulShutdown.class.getName());

  /** The system property without which {@code micro-postdeploy.asadmin} does not open the port. */
  private static final String STARTED = "berth.started";

  /** What the server is given to end by itself after requests have outlasted their grace. */
  private static final int SECONDS_TO_END = 3;

  /** What a JVM ends with after SIGTERM. */
  private static final int TERMINATED = 143;

  private final transient TerminationSignals signals = new TerminationSignals(this::beforeTheEnd);

  @Inject private transient InFlightRequests inFlight;

  @Inject
  @ConfigProperty(name = "berth.shutdown.grace.seconds")
  private long grace;

  @Inject
  @ConfigProperty(name = "berth.exit.when.refused")
  private boolean ownProcess;

  /** On a server of others the signals are the server's, which undeploys Berth before it ends. */
  @Override
  public void init() {
    if (ownProcess) {
      signals.install();
      System.setProperty(STARTED, "true");
    }
  }

  /**
   * The first signal waits for the requests, and closes the ports while Berth is still there to
   * refuse what comes; another one, meanwhile, waits for nothing.
   */
  private void beforeTheEnd() {
    boolean first = !inFlight.isClosed();
    if (!close()) {
      CompletableFuture.delayedExecutor(SECONDS_TO_END, TimeUnit.SECONDS)
          .execute(() -> Runtime.getRuntime().halt(TERMINATED));
    }
    if (first) {
      HttpListeners.close();
    }
  }

  /** Berth goes, with the process or without it. */
  @Override
  public void destroy() {
    signals.restoreHandlers();
    close();
  }

  /** Whether nothing is left to be answered. */
  private boolean close() {
    boolean first = inFlight.close();
    if (first) {
      LOG.info(() -> "Berth is shutting down; requests in flight: " + inFlight.count());
    }
    boolean answered = awaitNone(first ? grace : 0);
    if (first && !answered) {
      LOG.warning(
          () ->
              "The shutdown continues after "
                  + grace
                  + " s; requests in flight: "
                  + inFlight.count());
    }
    return answered;
  }

  private boolean awaitNone(long seconds) {
    try {
      return inFlight.awaitNone(Duration.ofSeconds(seconds));
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Has no address. */
  @Override
  public void service(ServletRequest request, ServletResponse response)
      throws UnavailableException {
    throw new UnavailableException("no address");
  }
}
