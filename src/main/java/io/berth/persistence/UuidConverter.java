package io.berth.persistence;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.nio.ByteBuffer;
import java.util.UUID;

/** Stores UUIDs as {@code BINARY(16)}: half the size of text, ordered by their bytes. */
@Converter(autoApply = true)
public class UuidConverter implements AttributeConverter<UUID, byte[]> {

  @Override
  public byte[] convertToDatabaseColumn(UUID id) {
    if (id == null) {
      return null;
    }
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  @Override
  public UUID convertToEntityAttribute(byte[] column) {
    if (column == null) {
      return null;
    }
    ByteBuffer bytes = ByteBuffer.wrap(column);
    return new UUID(bytes.getLong(), bytes.getLong());
  }
}
