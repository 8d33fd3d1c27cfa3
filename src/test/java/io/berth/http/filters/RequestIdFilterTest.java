package io.berth.http.filters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which names of requests are taken over. */
class RequestIdFilterTest {

  @ParameterizedTest
  @ValueSource(strings = {"1", "a-b_c.d:e", "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b"})
  void keeps_a_plain_id(String id) {
    assertThat(RequestIdFilter.idFor(id)).isEqualTo(id);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {"", " ", "a b", "a\r\nSet-Cookie: b", "a\n", "é", "<b>", "a,b", "a;b", "\""})
  void makes_one_where_there_is_none_that_is_plain(String id) {
    assertThat(UUID.fromString(RequestIdFilter.idFor(id))).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {127, 128})
  void keeps_a_long_id(int length) {
    assertThat(RequestIdFilter.idFor("x".repeat(length))).hasSize(length);
  }

  @ParameterizedTest
  @ValueSource(ints = {129, 8000})
  void makes_one_instead_of_an_endless_one(int length) {
    assertThat(RequestIdFilter.idFor("x".repeat(length))).hasSize(36);
  }
}
