package io.berth.answers;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The scalars of the wire, read from JSON strings only: text, UUIDs, RFC 3339 times. */
class Scalars extends SimpleModule {
  private static final long serialVersionUID = 1;

  private static final Pattern UUID_FORM =
      Pattern.compile(
          "\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}");

  Scalars() {
    addDeserializer(String.class, new FromText<>(String.class, Scalars::text));
    addDeserializer(UUID.class, new FromText<>(UUID.class, Scalars::uuid));
    addDeserializer(Instant.class, new FromText<>(Instant.class, Scalars::instant));
    addSerializer(Instant.class, new InstantWriter());
  }

  /** Text as it is, unless it holds what can't be stored everywhere: NUL, or half a character. */
  private static Optional<String> text(String value) {
    boolean clean = value.codePoints().noneMatch(c -> c == 0 || isSurrogate(c));
    return clean ? Optional.of(value) : Optional.empty();
  }

  private static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  /** A UUID in its hyphenated form of 36 characters, any case. */
  static Optional<UUID> uuid(String value) {
    return UUID_FORM.matcher(value).matches()
        ? Optional.of(UUID.fromString(value))
        : Optional.empty();
  }

  private static Optional<Instant> instant(String value) {
    try {
      OffsetDateTime time = OffsetDateTime.parse(value);
      boolean fourDigits = time.getYear() >= 1970 && time.getYear() <= 9999;
      return Optional.of(time.toInstant().truncatedTo(ChronoUnit.MICROS)).filter(t -> fourDigits);
    } catch (DateTimeException malformed) {
      return Optional.empty();
    }
  }

  private interface Reader<T> {
    Optional<T> read(String text);
  }

  private static final class FromText<T> extends StdScalarDeserializer<T> {
    private static final long serialVersionUID = 1;
    private final transient Reader<T> reader;

    FromText(Class<T> type, Reader<T> reader) {
      super(type);
      this.reader = reader;
    }

    @Override
    @SuppressWarnings("unchecked")
    public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
      if (!json.hasToken(JsonToken.VALUE_STRING)) {
        return (T) context.handleUnexpectedToken(handledType(), json);
      }
      Optional<T> value = reader.read(json.getText());
      if (value.isEmpty()) {
        return (T) context.handleWeirdStringValue(handledType(), json.getText(), "not well formed");
      }
      return value.get();
    }
  }

  private static final class InstantWriter extends StdScalarSerializer<Instant> {
    private static final long serialVersionUID = 1;

    InstantWriter() {
      super(Instant.class);
    }

    @Override
    public void serialize(Instant instant, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(instant.toString());
    }
  }
}
