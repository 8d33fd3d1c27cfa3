package io.berth.operations.shutdown;

import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The ports on which Payara Micro listens. No standard lets an application close them; by itself
 * the server closes them last, and answers for an application that is gone with pages of its own.
 * Its classes are used by reflection, so that Berth also runs where they are not.
 */
final class HttpListeners {
  private static final Logger LOG = Logger.getLogger(HttpListeners.class.getName());
  private static final Annotation[] UNQUALIFIED = {};

  /** How long who is connected may still ask and be refused, before the connection is cut. */
  private static final int LINGER_MILLIS = 250;

  private HttpListeners() {}

  /** Closes all ports, and after a moment the connections; needs a server that has started. */
  static void close() {
    try {
      List<Object> transports = transports();
      for (Object transport : transports) {
        call(transport, "unbindAll");
      }
      TimeUnit.MILLISECONDS.sleep(LINGER_MILLIS);
      for (Object transport : transports) {
        call(transport, "shutdownNow");
      }
    } catch (ReflectiveOperationException | LinkageError unknown) {
      LOG.log(
          Level.WARNING,
          unknown,
          () -> "Berth cannot close the ports; the server closes them after Berth has ended");
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  /** Of each listener that is open, what holds its sockets. */
  private static List<Object> transports() throws ReflectiveOperationException {
    Class<?> listenerType = type("org.glassfish.grizzly.config.dom.NetworkListener");
    Class<?> serviceType = type("com.sun.enterprise.v3.services.impl.GrizzlyService");
    Object service = find("getService", serviceType);
    List<Object> transports = new ArrayList<>();
    for (Object listener : (List<?>) find("getAllServices", listenerType)) {
      Object proxy =
          serviceType.getMethod("lookupNetworkProxy", listenerType).invoke(service, listener);
      if (proxy != null) {
        transports.add(call(call(proxy, "getUnderlyingListener"), "getTransport"));
      }
    }
    return transports;
  }

  private static Object find(String method, Class<?> type) throws ReflectiveOperationException {
    Object locator =
        type("org.glassfish.internal.api.Globals").getMethod("getDefaultHabitat").invoke(null);
    return type("org.glassfish.hk2.api.ServiceLocator")
        .getMethod(method, Class.class, Annotation[].class)
        .invoke(locator, type, UNQUALIFIED);
  }

  private static Class<?> type(String name) throws ClassNotFoundException {
    return HttpListeners.class.getClassLoader().loadClass(name);
  }

  private static Object call(Object target, String method)
      throws NoSuchMethodException, IllegalAccessException, InvocationTargetException {
    return target.getClass().getMethod(method).invoke(target);
  }
}
