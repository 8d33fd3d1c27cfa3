package io.berth.http.lists;

import io.berth.http.json.ScalarModule;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.UUID;

/** Parses the ids in paths; refuses a value that is not a UUID. */
@Provider
public class UuidParamConverterProvider implements ParamConverterProvider {

  @Override
  @SuppressWarnings("unchecked")
  public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
    return type == UUID.class ? (ParamConverter<T>) new PathId(name(annotations)) : null;
  }

  private static String name(Annotation[] annotations) {
    return Arrays.stream(annotations)
        .filter(PathParam.class::isInstance)
        .map(path -> ((PathParam) path).value())
        .findFirst()
        .orElse("id");
  }

  private record PathId(String name) implements ParamConverter<UUID> {

    @Override
    public UUID fromString(String value) {
      return ScalarModule.uuid(value).orElseThrow(() -> QueryParameters.invalidId(name));
    }

    @Override
    public String toString(UUID id) {
      return id.toString();
    }
  }
}
