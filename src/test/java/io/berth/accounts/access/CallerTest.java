package io.berth.accounts.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.berth.refusals.Reason;
import io.berth.refusals.Refusal;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CallerTest {
  private final UUID lan = new UUID(1, 1);
  private final UUID wan = new UUID(1, 2);
  private final UUID organization = new UUID(2, 1);
  private final Caller anonymous = new Caller();
  private final Caller member = member();

  @Test
  void has_no_level_before_authentication() {
    assertThat(anonymous.has(Level.VIEWER)).isFalse();
  }

  @Test
  void reaches_no_network_before_authentication() {
    assertThat(anonymous.reaches(lan)).isFalse();
  }

  @Test
  void refuses_every_level_before_authentication() {
    assertRefused(Reason.PERMISSION_DENIED, () -> anonymous.requireLevel(Level.VIEWER));
  }

  @Test
  void includes_lower_levels() {
    assertThat(member.has(Level.VIEWER)).isTrue();
  }

  @Test
  void refuses_a_higher_level() {
    assertRefused(Reason.PERMISSION_DENIED, () -> member.requireLevel(Level.ADMIN));
  }

  @Test
  void accepts_a_network_of_the_key() {
    assertThatNoException().isThrownBy(() -> member.requireNetwork(lan));
  }

  @Test
  void refuses_another_network() {
    assertRefused(Reason.ACCESS_DENIED, () -> member.requireNetwork(wan));
  }

  @Test
  void refuses_access_to_all_networks_for_a_scoped_key() {
    assertRefused(Reason.PERMISSION_DENIED, member::requireAllNetworks);
  }

  @Test
  void refuses_another_organization() {
    assertRefused(Reason.ACCESS_DENIED, () -> member.requireOrganization(new UUID(2, 2)));
  }

  @Test
  void accepts_its_own_organization() {
    assertThatNoException().isThrownBy(() -> member.requireOrganization(organization));
  }

  private Caller member() {
    Caller caller = new Caller();
    caller.authenticate(
        new Caller.Identity(
            new UUID(3, 1), new UUID(4, 1), organization, Level.MEMBER, false, Set.of(lan)));
    return caller;
  }

  private static void assertRefused(Reason reason, ThrowingCallable call) {
    assertThatExceptionOfType(Refusal.class).isThrownBy(call).returns(reason, Refusal::reason);
  }
}
