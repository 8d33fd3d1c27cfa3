package io.berth.settings;

import java.util.logging.Logger;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Says why Berth does not start. On an app server the deployment then fails, and the server goes
 * on; the runnable jar, which has nothing else to do, ends.
 */
public final class StartupFailure {
  private static final Logger LOG = Logger.getLogger(StartupFailure.class.getName());

  private StartupFailure() {}

  /** Refuses to start; throw what comes back. */
  public static IllegalStateException refused(String why) {
    LOG.severe(
        () ->
            """


            ==================================================================================
             BERTH DOES NOT START. %s
            ==================================================================================
            """
                .formatted(why));
    if (ConfigProvider.getConfig(StartupFailure.class.getClassLoader())
        .getValue("berth.exit.when.refused", boolean.class)) {
      new Thread(() -> Runtime.getRuntime().exit(1), "berth-exit").start();
    }
    return new IllegalStateException(why);
  }
}
