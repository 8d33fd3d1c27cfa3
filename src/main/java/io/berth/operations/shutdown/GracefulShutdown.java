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
 * Refuses new requests and keeps the application running until the requests in flight have their
 * response, or the grace period is over. In a process of its own Berth does so on SIGTERM and
 * SIGINT, before the server stops anything. When the application is undeployed or replaced it does
 * so in {@link #destroy()}: this servlet, which has no URL, is the first that is destroyed.
 */
public class GracefulShutdown extends GenericServlet {
  private static final long serialVersionUID = 1;
  private static final Logger LOG = Logger.getLogger(GracefulShutdown.class.getName());

  /** {@code micro-postdeploy.asadmin} opens the port only if this system property is set. */
  private static final String STARTED_PROPERTY = "berth.started";

  /** After the grace period the server has this time to stop before the process is halted. */
  private static final int SECONDS_UNTIL_HALT = 3;

  /** The exit code of a JVM after SIGTERM. */
  private static final int EXIT_CODE = 143;

  private final transient TerminationSignals signals = new TerminationSignals(this::onSignal);

  @Inject private transient InFlightRequests inFlight;

  @Inject
  @ConfigProperty(name = "berth.shutdown.grace.seconds")
  private long graceSeconds;

  @Inject
  @ConfigProperty(name = "berth.exit.when.refused")
  private boolean ownProcess;

  /** On a shared server Berth handles no signal: the server undeploys Berth before it stops. */
  @Override
  public void init() {
    if (ownProcess) {
      signals.install();
      System.setProperty(STARTED_PROPERTY, "true");
    }
  }

  /**
   * The first signal waits for the requests in flight, then closes the ports while Berth can still
   * refuse new requests. A second signal does not wait.
   */
  private void onSignal() {
    boolean first = !inFlight.isClosed();
    if (!close()) {
      CompletableFuture.delayedExecutor(SECONDS_UNTIL_HALT, TimeUnit.SECONDS)
          .execute(() -> Runtime.getRuntime().halt(EXIT_CODE));
    }
    if (first) {
      HttpListeners.close();
    }
  }

  @Override
  public void destroy() {
    signals.restoreHandlers();
    close();
  }

  /** Refuses new requests; returns whether no request is in flight any more. */
  private boolean close() {
    boolean first = inFlight.close();
    if (first) {
      LOG.info(() -> "Berth is shutting down; requests in flight: " + inFlight.count());
    }
    boolean finished = awaitNone(first ? graceSeconds : 0);
    if (first && !finished) {
      LOG.warning(
          () ->
              "Requests in flight that did not end in %d s and are aborted: %d"
                  .formatted(graceSeconds, inFlight.count()));
    }
    return finished;
  }

  private boolean awaitNone(long seconds) {
    try {
      return inFlight.awaitNone(Duration.ofSeconds(seconds));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void service(ServletRequest request, ServletResponse response)
      throws UnavailableException {
    throw new UnavailableException("This servlet has no URL.");
  }
}
