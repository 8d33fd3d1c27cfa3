package io.berth.persistence;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;

/** Instants as microseconds since the epoch: no time zone on the way can bend them. */
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

  /** Counted here, because Java 17 counts in nanoseconds, and those overflow in the year 2262. */
  private static long micros(Instant instant) {
    long ofSeconds = TimeUnit.SECONDS.toMicros(instant.getEpochSecond());
    return ofSeconds + TimeUnit.NANOSECONDS.toMicros(instant.getNano());
  }
}
