package io.berth.http.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.berth.refusals.Reason;
import io.berth.refusals.Refusal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParametersTest {
  private static final String ID = "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b";

  @ParameterizedTest
  @NullAndEmptySource
  void treats_an_empty_number_as_absent(String none) {
    assertThat(QueryParameters.number("limit", none)).isNull();
  }

  @ParameterizedTest
  @NullAndEmptySource
  void treats_an_empty_id_as_absent(String none) {
    assertThat(QueryParameters.id("host_id", none)).isNull();
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "7, 7", "007, 7", "999999999999999999, 999999999999999999"})
  void reads_a_whole_number(String text, long number) {
    assertThat(QueryParameters.number("limit", text)).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-1", "+1", "1.0", "1e3", "x", " 1", "1 ", "٣", "0x1", "9999999999999999999"})
  void refuses_other_numbers(String text) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> QueryParameters.number("limit", text))
        .returns(Reason.INVALID_VALUE, Refusal::reason)
        .returns("limit", refusal -> refusal.params().get("path"));
  }

  @Test
  void ignores_empty_ids() {
    assertThat(QueryParameters.ids("ids", List.of(ID, "", ID)))
        .containsExactly(UUID.fromString(ID), UUID.fromString(ID));
  }

  @Test
  void does_not_split_ids_at_a_comma() {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> QueryParameters.ids("ids", List.of(ID + "," + ID)))
        .returns("ids", refusal -> refusal.params().get("path"));
  }
}
