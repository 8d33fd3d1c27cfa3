package io.berth.http.filters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests which request ids of clients are kept. */
class RequestIdFilterTest {

  @ParameterizedTest
  @ValueSource(strings = {"1", "a-b_c.d:e", "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b"})
  void keeps_a_safe_id(String id) {
    assertThat(RequestIdFilter.idFor(id)).isEqualTo(id);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {"", " ", "a b", "a\r\nSet-Cookie: b", "a\n", "é", "<b>", "a,b", "a;b", "\""})
  void replaces_an_unsafe_or_missing_id(String id) {
    assertThat(UUID.fromString(RequestIdFilter.idFor(id))).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {127, 128})
  void keeps_an_id_of_up_to_128_characters(int length) {
    assertThat(RequestIdFilter.idFor("x".repeat(length))).hasSize(length);
  }

  @ParameterizedTest
  @ValueSource(ints = {129, 8000})
  void replaces_a_longer_id(int length) {
    assertThat(RequestIdFilter.idFor("x".repeat(length))).hasSize(36);
  }
}
