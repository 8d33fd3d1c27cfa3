package io.berth.http.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.berth.http.errors.JsonExceptionMapper;
import io.berth.refusals.Refusal;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/** A request body, deserialized as for a resource. */
public final class JsonRequestBody {
  private final byte[] bytes;

  private JsonRequestBody(byte[] bytes) {
    this.bytes = bytes;
  }

  public static JsonRequestBody of(String json) {
    return new JsonRequestBody(json.getBytes(StandardCharsets.UTF_8));
  }

  public static JsonRequestBody of(byte... bytes) {
    return new JsonRequestBody(bytes);
  }

  /** The deserialized value; fails if the body is refused. */
  public <T> T as(Class<T> type) {
    try {
      return type.cast(read(type));
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  /** The refusal; fails if the body is accepted. */
  public Refusal refusedAs(Type type) {
    try {
      throw new AssertionError("It was read as " + read(type));
    } catch (Refusal refusal) {
      return refusal;
    } catch (JsonProcessingException failure) {
      return JsonExceptionMapper.refusalOf(failure);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Object read(Type type) throws IOException {
    return new JsonProvider()
        .readFrom(
            null, type, null, null, new MultivaluedHashMap<>(), new ByteArrayInputStream(bytes));
  }
}
