package io.berth.http.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
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

/** Scalars that are read from JSON strings only: text, UUIDs and RFC 3339 times. */
public class ScalarModule extends SimpleModule {
  private static final long serialVersionUID = 1;

  private static final Pattern UUID_FORM =
      Pattern.compile(
          "\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}");

  /**
   * RFC 3339, with seconds and an offset of hours and minutes. Leap seconds are refused, because
   * {@link Instant} has none; up to nine digits of a fraction are read, six are kept.
   */
  private static final Pattern TIME_FORM =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?([Zz]|[+-]\\d\\d:\\d\\d)");

  /** RFC 3339 has four digits for the year. */
  private static final Instant END = Instant.parse("9999-12-31T23:59:59Z").plusSeconds(1);

  public ScalarModule() {
    addDeserializer(String.class, new StringDeserializer<>(String.class, ScalarModule::text));
    addDeserializer(UUID.class, new StringDeserializer<>(UUID.class, ScalarModule::uuid));
    addDeserializer(Instant.class, new StringDeserializer<>(Instant.class, ScalarModule::instant));
    setDeserializerModifier(new ExactEnumModifier());
    addSerializer(Instant.class, new InstantWriter());
  }

  /** Refuses text that not every database can store: NUL, and unpaired surrogates. */
  private static Optional<String> text(String value) {
    boolean isStorable = value.codePoints().noneMatch(c -> c == 0 || isSurrogate(c));
    return isStorable ? Optional.of(value) : Optional.empty();
  }

  private static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  /** A UUID in its hyphenated form of 36 characters, any case. */
  public static Optional<UUID> uuid(String value) {
    return UUID_FORM.matcher(value).matches()
        ? Optional.of(UUID.fromString(value))
        : Optional.empty();
  }

  private static Optional<Instant> instant(String value) {
    if (!TIME_FORM.matcher(value).matches()) {
      return Optional.empty();
    }
    try {
      Instant time = OffsetDateTime.parse(value).toInstant().truncatedTo(ChronoUnit.MICROS);
      return Optional.of(time).filter(t -> !t.isBefore(Instant.EPOCH) && t.isBefore(END));
    } catch (DateTimeException malformed) {
      return Optional.empty();
    }
  }

  private interface Reader<T> {
    Optional<T> read(String text);
  }

  private static final class StringDeserializer<T> extends StdScalarDeserializer<T> {
    private static final long serialVersionUID = 1;
    private final transient Reader<T> reader;

    StringDeserializer(Class<T> type, Reader<T> reader) {
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

  /** Matches names of enums exactly; Jackson would ignore spaces around them. */
  private static final class ExactEnumModifier extends BeanDeserializerModifier {
    private static final long serialVersionUID = 1;

    @Override
    public JsonDeserializer<?> modifyEnumDeserializer(
        DeserializationConfig config,
        JavaType type,
        BeanDescription description,
        JsonDeserializer<?> delegate) {
      return new ExactEnumDeserializer(delegate);
    }
  }

  private static final class ExactEnumDeserializer extends DelegatingDeserializer {
    private static final long serialVersionUID = 1;

    ExactEnumDeserializer(JsonDeserializer<?> delegate) {
      super(delegate);
    }

    @Override
    protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> delegate) {
      return new ExactEnumDeserializer(delegate);
    }

    @Override
    public Object deserialize(JsonParser json, DeserializationContext context) throws IOException {
      if (json.hasToken(JsonToken.VALUE_STRING) && !json.getText().strip().equals(json.getText())) {
        return context.handleWeirdStringValue(handledType(), json.getText(), "not well formed");
      }
      return super.deserialize(json, context);
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
