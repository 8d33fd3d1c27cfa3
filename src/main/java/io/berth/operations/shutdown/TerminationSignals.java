package io.berth.operations.shutdown;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The signals that end a JVM: SIGTERM, and SIGINT of Ctrl-C. Something can be done before they do
 * what they did before. The JVM's shutdown hooks come too late for that: they all run at once, and
 * those of others take away the log, the embedded database and the server's files. The JDK has this
 * in {@code jdk.unsupported} only, of which the compiler warns; hence by reflection.
 */
final class TerminationSignals {
  private static final Logger LOG = Logger.getLogger(TerminationSignals.class.getName());

  private final Map<Object, Object> before = new LinkedHashMap<>();
  private final Runnable first;
  private Method handle;
  private Object own;

  /** Nothing yet; the action may be called by several threads at once. */
  TerminationSignals(Runnable first) {
    this.first = first;
  }

  /** Puts the action before what the signals do; a JVM that keeps them to itself is left alone. */
  void install() {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Method then = handler.getMethod("handle", signal);
      handle = signal.getMethod("handle", signal, handler);
      own =
          Proxy.newProxyInstance(
              TerminationSignals.class.getClassLoader(), new Class<?>[] {handler}, onSignal(then));
      for (String name : new String[] {"TERM", "INT"}) {
        Object taken = signal.getConstructor(String.class).newInstance(name);
        before.put(taken, handle.invoke(null, taken, own));
      }
    } catch (ReflectiveOperationException withheld) {
      LOG.log(
          Level.WARNING,
          withheld,
          () -> "Berth cannot handle SIGTERM; it may interrupt requests in flight");
    }
  }

  private InvocationHandler onSignal(Method then) {
    return (proxy, method, arguments) -> {
      if (!method.equals(then)) {
        return method.invoke(this, arguments);
      }
      // The JVM calls from a thread that belongs to no application; the container asks for one.
      Thread.currentThread().setContextClassLoader(TerminationSignals.class.getClassLoader());
      try {
        first.run();
      } catch (RuntimeException | Error unexpected) {
        LOG.log(
            Level.SEVERE,
            unexpected,
            () -> "The process ends without waiting for requests in flight");
      }
      return then.invoke(before.get(arguments[0]), arguments);
    };
  }

  /** Leaves the signals as they were, unless somebody else has taken them since. */
  void restoreHandlers() {
    try {
      for (Map.Entry<Object, Object> signal : before.entrySet()) {
        Object current = handle.invoke(null, signal.getKey(), signal.getValue());
        if (current != own) {
          handle.invoke(null, signal.getKey(), current);
        }
      }
    } catch (ReflectiveOperationException withheld) {
      LOG.log(
          Level.WARNING,
          withheld,
          () -> "The signal handlers of an undeployed Berth could not be removed");
    }
  }
}
