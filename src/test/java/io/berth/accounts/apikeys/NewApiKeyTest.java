package io.berth.accounts.apikeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.accounts.access.Level;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NewApiKeyTest {
  private final NewApiKey defaults = new NewApiKey("ci", null, null, null, null, null);

  @Test
  void grants_the_least_level_by_default() {
    assertThat(defaults.level()).isEqualTo(Level.VIEWER);
  }

  @Test
  void enables_the_key_by_default() {
    assertThat(defaults.enabled()).isTrue();
  }

  @Test
  void disables_the_key_on_request() {
    NewApiKey disabled = new NewApiKey("ci", Level.ADMIN, null, false, null, null);
    assertThat(disabled.enabled()).isFalse();
  }

  @Test
  void has_no_network_by_default() {
    assertThat(defaults.networks()).isEmpty();
  }

  @Test
  void removes_duplicate_networks() {
    UUID lan = new UUID(1, 1);
    NewApiKey key = new NewApiKey("ci", null, null, null, List.of(lan, lan), null);
    assertThat(key.networks()).containsExactly(lan);
  }
}
