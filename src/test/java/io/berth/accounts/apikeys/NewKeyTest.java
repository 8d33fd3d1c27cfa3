package io.berth.accounts.apikeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.accounts.access.Level;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NewKeyTest {
  private final NewApiKey bare = new NewApiKey("ci", null, null, null, null, null);

  @Test
  void grants_the_least_level_unless_told_otherwise() {
    assertThat(bare.level()).isEqualTo(Level.VIEWER);
  }

  @Test
  void is_enabled_unless_told_otherwise() {
    assertThat(bare.enabled()).isTrue();
  }

  @Test
  void can_be_disabled() {
    NewApiKey disabled = new NewApiKey("ci", Level.ADMIN, null, false, null, null);
    assertThat(disabled.enabled()).isFalse();
  }

  @Test
  void names_no_network_unless_told_otherwise() {
    assertThat(bare.networks()).isEmpty();
  }

  @Test
  void names_a_network_once_however_often_it_is_sent() {
    UUID lan = new UUID(1, 1);
    NewApiKey key = new NewApiKey("ci", null, null, null, List.of(lan, lan), null);
    assertThat(key.networks()).containsExactly(lan);
  }
}
