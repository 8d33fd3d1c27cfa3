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
  private final UuidConverter column = new UuidConverter();

  @Property
  void an_id_comes_back_as_it_was(@ForAll long high, @ForAll long low) {
    UUID id = new UUID(high, low);
    assertThat(column.convertToEntityAttribute(column.convertToDatabaseColumn(id))).isEqualTo(id);
  }

  @Property
  void sixteen_bytes_come_back_as_they_were(@ForAll @Size(16) byte[] bytes) {
    assertThat(column.convertToDatabaseColumn(column.convertToEntityAttribute(bytes)))
        .isEqualTo(bytes);
  }

  @Property
  void bytes_are_sorted_as_the_texts_are(
      @ForAll long high, @ForAll long low, @ForAll long otherHigh, @ForAll long otherLow) {
    UUID one = new UUID(high, low);
    UUID other = new UUID(otherHigh, otherLow);
    int byBytes =
        Arrays.compareUnsigned(
            column.convertToDatabaseColumn(one), column.convertToDatabaseColumn(other));
    assertThat(Integer.signum(byBytes))
        .isEqualTo(Integer.signum(one.toString().compareTo(other.toString())));
  }

  @Example
  void the_bytes_are_those_of_the_text() {
    UUID id = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
    assertThat(HexFormat.of().formatHex(column.convertToDatabaseColumn(id)))
        .isEqualTo("00112233445566778899aabbccddeeff");
  }

  @Example
  void no_id_is_null() {
    assertThat(column.convertToDatabaseColumn(null)).isNull();
  }

  @Example
  void null_is_no_id() {
    assertThat(column.convertToEntityAttribute(null)).isNull();
  }
}
