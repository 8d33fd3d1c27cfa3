package io.berth.accounts.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelTest {

  @ParameterizedTest
  @CsvSource({
    "OWNER, ADMIN",
    "OWNER, MEMBER",
    "OWNER, VIEWER",
    "ADMIN, MEMBER",
    "ADMIN, VIEWER",
    "MEMBER, VIEWER"
  })
  void covers_lower_levels(Level higher, Level lower) {
    assertThat(higher.covers(lower)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "OWNER, ADMIN",
    "OWNER, MEMBER",
    "OWNER, VIEWER",
    "ADMIN, MEMBER",
    "ADMIN, VIEWER",
    "MEMBER, VIEWER"
  })
  void does_not_cover_higher_levels(Level higher, Level lower) {
    assertThat(lower.covers(higher)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"OWNER", "ADMIN", "MEMBER", "VIEWER"})
  void covers_itself(Level level) {
    assertThat(level.covers(level)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "OWNER, OWNER, OWNER",
    "OWNER, VIEWER, VIEWER",
    "VIEWER, OWNER, VIEWER",
    "ADMIN, MEMBER, MEMBER",
    "MEMBER, ADMIN, MEMBER"
  })
  void returns_the_lower_of_two_levels(Level one, Level other, Level lower) {
    assertThat(one.atMost(other)).isEqualTo(lower);
  }
}
