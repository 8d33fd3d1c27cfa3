package io.berth.http.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.UTF8StreamJsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.berth.refusals.Reason;
import io.berth.refusals.Refusal;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/**
 * Reads JSON strictly: always UTF-8, whatever charset the media type names (RFC 8259; a byte order
 * mark is skipped), without type coercion, trailing content or duplicate members, and with bounded
 * depth and lengths. Where a record declares an {@link java.util.Optional}, an absent member is
 * read as null and a null member as empty.
 */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, JsonProvider.PROBLEM_JSON})
public class JsonProvider implements MessageBodyReader<Object>, MessageBodyWriter<Object> {
  /** The media type of problem details (RFC 9457). */
  public static final String PROBLEM_JSON = "application/problem+json";

  private static final int MAX_DEPTH = 50;

  /** The mapper of all requests and responses. */
  public static final JsonMapper MAPPER = mapper();

  @Override
  public boolean isReadable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
    return true;
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
    return true;
  }

  @Override
  public Object readFrom(
      Class<Object> type,
      Type generic,
      Annotation[] annotations,
      MediaType media,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    if (headers.containsKey(HttpHeaders.CONTENT_ENCODING)) {
      throw new NotSupportedException("Content-Encoding is not supported");
    }
    try (JsonParser json = MAPPER.createParser(new Utf8InputStream(body))) {
      if (!(json instanceof UTF8StreamJsonParser)) {
        // The factory detected UTF-16 or UTF-32 by the zero bytes, and would decode it.
        throw MalformedJson.of(MalformedJson.NOT_UTF_8);
      }
      if (json.nextToken() == null) {
        throw new Refusal(Reason.MALFORMED_JSON, "The body is empty. Send a JSON document.");
      }
      if (json.hasToken(JsonToken.VALUE_NULL)) {
        throw Refusal.invalidValue("", "The body must not be null.");
      }
      Object value = MAPPER.readValue(json, MAPPER.constructType(generic));
      if (json.nextToken() != null) {
        throw MalformedJson.at(
            json.currentTokenLocation(), "The body contains more text after the JSON document");
      }
      return value;
    } catch (CharConversionException invalidEncoding) {
      throw MalformedJson.of(MalformedJson.NOT_UTF_8);
    }
  }

  @Override
  public void writeTo(
      Object value,
      Class<?> type,
      Type generic,
      Annotation[] annotations,
      MediaType media,
      MultivaluedMap<String, Object> headers,
      OutputStream body)
      throws IOException {
    // JSON is UTF-8 (RFC 8259), whatever charset a client accepts.
    headers.putSingle(HttpHeaders.CONTENT_TYPE, new MediaType(media.getType(), media.getSubtype()));
    // Closed only after success: after a failure, the buffered part must not be sent as a response.
    JsonGenerator json = MAPPER.createGenerator(body);
    try {
      MAPPER.writerFor(MAPPER.constructType(generic)).writeValue(json, value);
    } catch (JsonMappingException failure) {
      // A list may throw while it is read and written; that is not a JSON error.
      throw failure.getCause() instanceof RuntimeException cause ? cause : unchecked(failure);
    }
    json.close();
  }

  private static RuntimeException unchecked(JsonMappingException failure) {
    return new UncheckedIOException(failure);
  }

  private static JsonMapper mapper() {
    JsonFactory bounded =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();
    JsonMapper.Builder mapper =
        JsonMapper.builder(bounded)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .addHandler(new UnknownPropertyHandler())
            .addModule(new Jdk8Module().configureReadAbsentAsNull(true))
            .addModule(new ScalarModule());
    return disableCoercion(mapper).build();
  }

  private static JsonMapper.Builder disableCoercion(JsonMapper.Builder mapper) {
    return mapper
        .withCoercionConfig(
            LogicalType.Textual,
            text ->
                text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
        .withCoercionConfigDefaults(
            any -> any.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail));
  }
}
