package io.berth.accounts.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.berth.refusals.Reason;
import io.berth.refusals.Refusal;
import java.lang.reflect.Method;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class AuthorizationFilterTest {
  private final AuthorizationFilter filter = new AuthorizationFilter();

  static class Resource {
    public void withoutOperation() {}

    @RequiresLevel(Operation.GET_VERSION)
    public void ofPublicOperation() {}
  }

  private static Method method(String name) throws NoSuchMethodException {
    return Resource.class.getMethod(name);
  }

  @Test
  void refuses_a_method_without_an_operation() {
    assertThatThrownBy(() -> filter.check(method("withoutOperation")))
        .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
        .extracting(Refusal::reason)
        .isEqualTo(Reason.PERMISSION_DENIED);
  }

  @Test
  void allows_a_public_operation_before_authentication() {
    assertThatCode(() -> filter.check(method("ofPublicOperation"))).doesNotThrowAnyException();
  }
}
