package io.berth.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class UuidConverterProperties {
  private final UuidConverter converter = new UuidConverter();

  @Property
  void restores_ids(@ForAll long high, @ForAll long low) {
    UUID id = new UUID(high, low);
    assertThat(converter.convertToEntityAttribute(converter.convertToDatabaseColumn(id)))
        .isEqualTo(id);
  }

  @Property
  void restores_16_bytes(@ForAll @Size(16) byte[] bytes) {
    assertThat(converter.convertToDatabaseColumn(converter.convertToEntityAttribute(bytes)))
        .isEqualTo(bytes);
  }

  @Property
  void orders_bytes_as_text(
      @ForAll long high, @ForAll long low, @ForAll long otherHigh, @ForAll long otherLow) {
    UUID first = new UUID(high, low);
    UUID second = new UUID(otherHigh, otherLow);
    int byBytes =
        Arrays.compareUnsigned(
            converter.convertToDatabaseColumn(first), converter.convertToDatabaseColumn(second));
    assertThat(Integer.signum(byBytes))
        .isEqualTo(Integer.signum(first.toString().compareTo(second.toString())));
  }

  @Example
  void stores_the_bytes_of_the_text() {
    UUID id = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
    assertThat(HexFormat.of().formatHex(converter.convertToDatabaseColumn(id)))
        .isEqualTo("00112233445566778899aabbccddeeff");
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
