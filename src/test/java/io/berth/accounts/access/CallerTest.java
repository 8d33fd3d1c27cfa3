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
  private final Caller nobody = new Caller();
  private final Caller member = member();

  @Test
  void nobody_has_not_even_the_least_level() {
    assertThat(nobody.has(Level.VIEWER)).isFalse();
  }

  @Test
  void nobody_reaches_no_network() {
    assertThat(nobody.reaches(lan)).isFalse();
  }

  @Test
  void nobody_is_refused_as_one_without_permission() {
    assertRefused(Reason.PERMISSION_DENIED, () -> nobody.requireLevel(Level.VIEWER));
  }

  @Test
  void a_member_has_the_levels_below() {
    assertThat(member.has(Level.VIEWER)).isTrue();
  }

  @Test
  void a_member_is_refused_what_an_admin_may() {
    assertRefused(Reason.PERMISSION_DENIED, () -> member.requireLevel(Level.ADMIN));
  }

  @Test
  void reaches_the_networks_of_the_key() {
    assertThatNoException().isThrownBy(() -> member.requireNetwork(lan));
  }

  @Test
  void is_refused_another_network() {
    assertRefused(Reason.ACCESS_DENIED, () -> member.requireNetwork(wan));
  }

  @Test
  void is_refused_what_needs_every_network() {
    assertRefused(Reason.PERMISSION_DENIED, member::requireAllNetworks);
  }

  @Test
  void is_refused_another_organization() {
    assertRefused(Reason.ACCESS_DENIED, () -> member.requireOrganization(new UUID(2, 2)));
  }

  @Test
  void belongs_to_an_organization() {
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
