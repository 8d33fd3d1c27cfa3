package io.berth.operations.shutdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.berth.http.filters.InFlightRequests;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JDK returns the handler of a signal only when another one replaces it. */
class TerminationSignalsTest {
  private final Object serverHandler = createHandler();
  private final Map<String, Object> jvmHandlers = new HashMap<>();

  @BeforeEach
  void set_the_handler_of_a_server() throws ReflectiveOperationException {
    for (String signal : new String[] {"TERM", "INT"}) {
      jvmHandlers.put(signal, replaceHandler(signal, serverHandler));
    }
  }

  /** A process that a shell starts in the background ignores SIGINT, and so does its JVM. */
  private void assumeHandled(String signal) throws ReflectiveOperationException {
    assumeThat(handler(signal)).as("This process ignores SIG" + signal).isSameAs(serverHandler);
  }

  @AfterEach
  void restore_the_handlers_of_the_jvm() throws ReflectiveOperationException {
    for (Map.Entry<String, Object> handler : jvmHandlers.entrySet()) {
      replaceHandler(handler.getKey(), handler.getValue());
    }
    System.clearProperty("berth.started");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TERM", "INT"})
  void does_not_handle_signals_on_a_shared_server(String signal)
      throws ReflectiveOperationException {
    assumeHandled(signal);
    GracefulShutdown shutdown = createShutdown(false);
    shutdown.init();
    assertThat(handler(signal)).isSameAs(serverHandler);
    assertThat(System.getProperty("berth.started")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TERM", "INT"})
  void keeps_a_handler_that_a_shared_server_sets_after_the_deployment(String signal)
      throws ReflectiveOperationException {
    assumeHandled(signal);
    GracefulShutdown shutdown = createShutdown(false);
    shutdown.init();
    Object later = createHandler();
    replaceHandler(signal, later);
    shutdown.destroy();
    assertThat(handler(signal)).isSameAs(later);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TERM", "INT"})
  void handles_signals_in_a_process_of_its_own_until_it_is_destroyed(String signal)
      throws ReflectiveOperationException {
    assumeHandled(signal);
    GracefulShutdown shutdown = createShutdown(true);
    shutdown.init();
    assertThat(handler(signal)).isNotSameAs(serverHandler);
    assertThat(System.getProperty("berth.started")).isEqualTo("true");
    shutdown.destroy();
    assertThat(handler(signal)).isSameAs(serverHandler);
  }

  @Test
  void keeps_a_handler_that_has_replaced_its_own() throws ReflectiveOperationException {
    Object beforeOfInt = handler("INT");
    TerminationSignals signals = new TerminationSignals(() -> {});
    signals.install();
    Object later = createHandler();
    replaceHandler("TERM", later);
    signals.restoreHandlers();
    assertThat(handler("TERM")).isSameAs(later);
    assertThat(handler("INT")).isSameAs(beforeOfInt);
  }

  private static GracefulShutdown createShutdown(boolean ownProcess)
      throws ReflectiveOperationException {
    GracefulShutdown shutdown = new GracefulShutdown();
    set(shutdown, "ownProcess", ownProcess);
    set(shutdown, "inFlight", new InFlightRequests());
    return shutdown;
  }

  private static void set(GracefulShutdown shutdown, String name, Object value)
      throws ReflectiveOperationException {
    Field field = GracefulShutdown.class.getDeclaredField(name);
    field.setAccessible(true);
    field.set(shutdown, value);
  }

  private static Object createHandler() {
    try {
      Class<?> type = Class.forName("sun.misc.SignalHandler");
      return Proxy.newProxyInstance(
          TerminationSignalsTest.class.getClassLoader(),
          new Class<?>[] {type},
          (proxy, method, args) -> null);
    } catch (ClassNotFoundException unsupported) {
      throw new IllegalStateException(unsupported);
    }
  }

  private static Object handler(String signal) throws ReflectiveOperationException {
    Object handler = replaceHandler(signal, createHandler());
    replaceHandler(signal, handler);
    return handler;
  }

  private static Object replaceHandler(String name, Object handler)
      throws ReflectiveOperationException {
    Class<?> signal = Class.forName("sun.misc.Signal");
    Method handle = signal.getMethod("handle", signal, Class.forName("sun.misc.SignalHandler"));
    return handle.invoke(null, signal.getConstructor(String.class).newInstance(name), handler);
  }
}
