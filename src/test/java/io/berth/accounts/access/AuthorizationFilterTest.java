package io.berth.accounts.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.berth.refusals.Reason;
import io.berth.refusals.Refusal;
import java.lang.reflect.Method;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** A method that does not say which operation it is. */
class AuthorizationFilterTest {
  private final AuthorizationFilter check = new AuthorizationFilter();

  static class Resource {
    public void says_nothing() {}

    @RequiresLevel(Operation.GET_VERSION)
    public void is_open() {}
  }

  private static Method method(String name) throws NoSuchMethodException {
    return Resource.class.getMethod(name);
  }

  @Test
  void refuses_a_method_without_an_operation() {
    assertThatThrownBy(() -> check.check(method("says_nothing")))
        .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
        .extracting(Refusal::reason)
        .isEqualTo(Reason.PERMISSION_DENIED);
  }

  @Test
  void lets_anybody_use_an_open_operation() {
    assertThatCode(() -> check.check(method("is_open"))).doesNotThrowAnyException();
  }
}
