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
 * JSON, strictly: it is UTF-8 whatever charset a media type names, as RFC 8259 has it (a byte order
 * mark is passed over); nothing is bent into another type, nothing follows the document, no member
 * comes twice, and depth and lengths are bounded. An absent member and a null one differ where a
 * record declares an {@link java.util.Optional}: absent is null, null is empty.
 */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, JsonProvider.PROBLEM_JSON})
public class JsonProvider implements MessageBodyReader<Object>, MessageBodyWriter<Object> {
  /** The media type of problem details (RFC 9457). */
  public static final String PROBLEM_JSON = "application/problem+json";

  private static final int MAX_DEPTH = 50;

  /** The one mapper, in and out. */
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
        // It has found UTF-16 or UTF-32 by the zeros between ASCII characters, and would read that.
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
    } catch (CharConversionException noText) {
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
    // Closed at the end only: a failure before must not push out what is buffered as an answer.
    JsonGenerator json = MAPPER.createGenerator(body);
    try {
      MAPPER.writerFor(MAPPER.constructType(generic)).writeValue(json, value);
    } catch (JsonMappingException failure) {
      // What fails while a list is read has nothing to do with JSON.
      throw failure.getCause() instanceof RuntimeException cause ? cause : unwritable(failure);
    }
    json.close();
  }

  private static RuntimeException unwritable(JsonMappingException failure) {
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
    return refusingCoercion(mapper).build();
  }

  private static JsonMapper.Builder refusingCoercion(JsonMapper.Builder mapper) {
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
