package io.berth.operations.shutdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which handler SIGTERM has; the JDK shows it only to who sets another one. */
class TerminationSignalsTest {
  private final Object known = handlerOfItsOwn();
  private Object jvm;

  @BeforeEach
  void set_a_handler_that_can_be_recognized() throws ReflectiveOperationException {
    jvm = replaceHandler(known);
  }

  @AfterEach
  void restore() throws ReflectiveOperationException {
    replaceHandler(jvm);
    System.clearProperty("berth.started");
  }

  @Test
  void are_left_alone_in_a_process_of_others() throws ReflectiveOperationException {
    GracefulShutdown closing = closing(false);
    closing.init();
    assertThat(handler()).isSameAs(known);
  }

  @Test
  void are_taken_in_a_process_of_its_own() throws ReflectiveOperationException {
    GracefulShutdown closing = closing(true);
    closing.init();
    assertThat(handler()).isNotSameAs(known);
  }

  @Test
  void are_given_back() throws ReflectiveOperationException {
    TerminationSignals signals = new TerminationSignals(() -> {});
    signals.install();
    assertThat(handler()).isNotSameAs(known);
    signals.restoreHandlers();
    assertThat(handler()).isSameAs(known);
  }

  private static GracefulShutdown closing(boolean ownProcess) throws ReflectiveOperationException {
    GracefulShutdown closing = new GracefulShutdown();
    Field field = GracefulShutdown.class.getDeclaredField("ownProcess");
    field.setAccessible(true);
    field.setBoolean(closing, ownProcess);
    return closing;
  }

  private static Object handlerOfItsOwn() {
    try {
      Class<?> type = Class.forName("sun.misc.SignalHandler");
      return Proxy.newProxyInstance(
          TerminationSignalsTest.class.getClassLoader(),
          new Class<?>[] {type},
          (proxy, method, args) -> null);
    } catch (ClassNotFoundException withheld) {
      throw new IllegalStateException(withheld);
    }
  }

  private static Object handler() throws ReflectiveOperationException {
    Object handler = replaceHandler(handlerOfItsOwn());
    replaceHandler(handler);
    return handler;
  }

  private static Object replaceHandler(Object handler) throws ReflectiveOperationException {
    Class<?> signal = Class.forName("sun.misc.Signal");
    Method handle = signal.getMethod("handle", signal, Class.forName("sun.misc.SignalHandler"));
    return handle.invoke(null, signal.getConstructor(String.class).newInstance("TERM"), handler);
  }
}
