package io.berth.operations.shutdown;

import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The HTTP listeners of Payara Micro. No standard lets an application close them. The server closes
 * them last, and responds with error pages of its own for an application that it has stopped. Its
 * classes are used by reflection, so that Berth also runs on servers without them.
 */
final class HttpListeners {
  private static final Logger LOG = Logger.getLogger(HttpListeners.class.getName());
  private static final Annotation[] NO_QUALIFIERS = {};

  /** For this time a client with an open connection still gets a 503 response. */
  private static final int LINGER_MILLIS = 250;

  private HttpListeners() {}

  /** Closes all ports, then the connections. The server must have started. */
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
    } catch (ReflectiveOperationException | LinkageError unsupported) {
      LOG.log(
          Level.WARNING,
          unsupported,
          () -> "Berth can't close the ports; the server closes them after Berth has stopped");
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** The Grizzly transports, which own the sockets, of the open listeners. */
  private static List<Object> transports() throws ReflectiveOperationException {
    Class<?> listenerType = type("org.glassfish.grizzly.config.dom.NetworkListener");
    Class<?> serviceType = type("com.sun.enterprise.v3.services.impl.GrizzlyService");
    Object service = lookUp("getService", serviceType);
    List<Object> transports = new ArrayList<>();
    for (Object listener : (List<?>) lookUp("getAllServices", listenerType)) {
      Object proxy =
          serviceType.getMethod("lookupNetworkProxy", listenerType).invoke(service, listener);
      if (proxy != null) {
        transports.add(call(call(proxy, "getUnderlyingListener"), "getTransport"));
      }
    }
    return transports;
  }

  private static Object lookUp(String method, Class<?> type) throws ReflectiveOperationException {
    Object locator =
        type("org.glassfish.internal.api.Globals").getMethod("getDefaultHabitat").invoke(null);
    return type("org.glassfish.hk2.api.ServiceLocator")
        .getMethod(method, Class.class, Annotation[].class)
        .invoke(locator, type, NO_QUALIFIERS);
  }

  private static Class<?> type(String name) throws ClassNotFoundException {
    return HttpListeners.class.getClassLoader().loadClass(name);
  }

  private static Object call(Object target, String method)
      throws NoSuchMethodException, IllegalAccessException, InvocationTargetException {
    return target.getClass().getMethod(method).invoke(target);
  }
}
