package io.berth.operations.shutdown;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Runs an action on SIGTERM and SIGINT before the previous handler of the signal. A shutdown hook
 * of the JVM is too late: all hooks run concurrently, and those of the server close the log, the
 * embedded database and the server's files. {@code sun.misc.Signal} is used by reflection because
 * the compiler warns of the module {@code jdk.unsupported}.
 */
final class TerminationSignals {
  private static final Logger LOG = Logger.getLogger(TerminationSignals.class.getName());

  private final Map<Object, Object> previousHandlers = new LinkedHashMap<>();
  private final Runnable action;
  private Method handle;
  private Object ownHandler;

  /** Several threads may call the action at once. No signal is handled before {@link #install}. */
  TerminationSignals(Runnable action) {
    this.action = action;
  }

  /** On a JVM that does not allow handlers (option -Xrs) it only logs a warning. */
  void install() {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Method handleSignal = handler.getMethod("handle", signal);
      handle = signal.getMethod("handle", signal, handler);
      ownHandler =
          Proxy.newProxyInstance(
              TerminationSignals.class.getClassLoader(),
              new Class<?>[] {handler},
              onSignal(handleSignal));
      for (String name : new String[] {"TERM", "INT"}) {
        Object handled = signal.getConstructor(String.class).newInstance(name);
        previousHandlers.put(handled, handle.invoke(null, handled, ownHandler));
      }
    } catch (ReflectiveOperationException unsupported) {
      LOG.log(Level.WARNING, unsupported, () -> "SIGTERM may abort requests in flight");
    }
  }

  private InvocationHandler onSignal(Method handleSignal) {
    return (proxy, method, arguments) -> {
      if (!method.equals(handleSignal)) {
        return method.invoke(this, arguments);
      }
      // The JVM's signal thread has no class loader of an application; the container needs one.
      Thread.currentThread().setContextClassLoader(TerminationSignals.class.getClassLoader());
      try {
        action.run();
      } catch (RuntimeException | Error unexpected) {
        LOG.log(
            Level.SEVERE,
            unexpected,
            () -> "The process ends without waiting for requests in flight");
      }
      return handleSignal.invoke(previousHandlers.get(arguments[0]), arguments);
    };
  }

  /** Restores the previous handlers, except where a later handler has replaced Berth's. */
  void restoreHandlers() {
    try {
      for (Map.Entry<Object, Object> signal : previousHandlers.entrySet()) {
        Object current = handle.invoke(null, signal.getKey(), signal.getValue());
        if (current != ownHandler) {
          handle.invoke(null, signal.getKey(), current);
        }
      }
    } catch (ReflectiveOperationException failure) {
      LOG.log(
          Level.WARNING, failure, () -> "SIGTERM is still handled by the undeployed application");
    }
  }
}
