package io.berth.persistence;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;

/**
 * Stores instants as microseconds since the epoch, so that no time zone setting can change them.
 */
@Converter(autoApply = true)
public class InstantConverter implements AttributeConverter<Instant, Long> {

  @Override
  public Long convertToDatabaseColumn(Instant instant) {
    return instant == null ? null : micros(instant);
  }

  @Override
  public Instant convertToEntityAttribute(Long micros) {
    return micros == null ? null : Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  /**
   * Not {@code ChronoUnit.MICROS.between}: Java 17 computes it in nanoseconds, which overflow in
   * the year 2262.
   */
  private static long micros(Instant instant) {
    long seconds = TimeUnit.SECONDS.toMicros(instant.getEpochSecond());
    return seconds + TimeUnit.NANOSECONDS.toMicros(instant.getNano());
  }
}
