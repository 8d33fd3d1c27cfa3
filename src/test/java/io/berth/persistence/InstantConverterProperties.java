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
  /** 8000 years in microseconds. */
  private static final long MAX_MICROS = 252_460_800_000_000_000L;

  private final InstantConverter converter = new InstantConverter();

  @Property
  void restores_times_of_whole_microseconds(
      @ForAll @InstantRange(min = "0001-01-01T00:00:00Z", max = "9999-12-31T23:59:59Z")
          Instant time) {
    Instant stored = time.truncatedTo(ChronoUnit.MICROS);
    assertThat(converter.convertToEntityAttribute(converter.convertToDatabaseColumn(stored)))
        .isEqualTo(stored);
  }

  @Property
  void restores_microseconds(@ForAll @LongRange(min = -MAX_MICROS, max = MAX_MICROS) long micros) {
    assertThat(converter.convertToDatabaseColumn(converter.convertToEntityAttribute(micros)))
        .isEqualTo(micros);
  }

  @Example
  void converts_the_epoch_to_zero() {
    assertThat(converter.convertToDatabaseColumn(Instant.EPOCH)).isZero();
  }

  @Example
  void converts_a_microsecond_to_one() {
    assertThat(converter.convertToDatabaseColumn(Instant.parse("1970-01-01T00:00:00.000001Z")))
        .isEqualTo(1);
  }

  @Example
  void stores_null_as_null() {
    assertThat(converter.convertToDatabaseColumn(null)).isNull();
  }

  @Example
  void reads_null_as_null() {
    assertThat(converter.convertToEntityAttribute(null)).isNull();
  }
}
