package io.berth.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.time.api.constraints.InstantRange;

class InstantConverterProperties {
  /** Eight thousand years. */
  private static final long MILLENNIA = 252_460_800_000_000_000L;

  private final InstantConverter column = new InstantConverter();

  @Property
  void a_time_of_whole_microseconds_comes_back_as_it_was(
      @ForAll @InstantRange(min = "0001-01-01T00:00:00Z", max = "9999-12-31T23:59:59Z")
          Instant time) {
    Instant stored = time.truncatedTo(ChronoUnit.MICROS);
    assertThat(column.convertToEntityAttribute(column.convertToDatabaseColumn(stored)))
        .isEqualTo(stored);
  }

  @Property
  void a_number_of_microseconds_comes_back_as_it_was(
      @ForAll @LongRange(min = -MILLENNIA, max = MILLENNIA) long micros) {
    assertThat(column.convertToDatabaseColumn(column.convertToEntityAttribute(micros)))
        .isEqualTo(micros);
  }

  @Example
  void the_epoch_is_zero() {
    assertThat(column.convertToDatabaseColumn(Instant.EPOCH)).isZero();
  }

  @Example
  void a_microsecond_is_one() {
    assertThat(column.convertToDatabaseColumn(Instant.parse("1970-01-01T00:00:00.000001Z")))
        .isEqualTo(1);
  }

  @Example
  void no_time_is_null() {
    assertThat(column.convertToDatabaseColumn(null)).isNull();
  }

  @Example
  void null_is_no_time() {
    assertThat(column.convertToEntityAttribute(null)).isNull();
  }
}
