package io.berth.settings;

import java.util.logging.Logger;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Logs why Berth does not start. On an app server the deployment fails, and the server continues;
 * the runnable jar exits.
 */
public final class StartupFailure {
  private static final Logger LOG = Logger.getLogger(StartupFailure.class.getName());

  private StartupFailure() {}

  /** Logs the reason, and exits in the runnable jar; callers throw the returned exception. */
  public static IllegalStateException refused(String reason) {
    LOG.severe(
        () ->
            """


            ==================================================================================
             BERTH DOES NOT START. %s
            ==================================================================================
            """
                .formatted(reason));
    if (ConfigProvider.getConfig(StartupFailure.class.getClassLoader())
        .getValue("berth.exit.when.refused", boolean.class)) {
      // Loaded here: when the thread runs, the class loader of a failed deployment may be closed.
      Runtime runtime = Runtime.getRuntime();
      new Thread(() -> runtime.exit(1), "berth-exit").start();
    }
    return new IllegalStateException(reason);
  }
}
