package io.berth.answers;

import io.berth.problems.Refusal;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads ids and numbers of path and query strictly; an empty one counts as absent. */
@Provider
public class Parameters implements ParamConverterProvider {
  private static final Pattern WHOLE = Pattern.compile("\\d{1,18}");

  @Override
  @SuppressWarnings("unchecked")
  public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
    if (type == UUID.class) {
      return (ParamConverter<T>) new Strict<>(name(annotations), "a UUID", Scalars::uuid);
    }
    if (type == Long.class) {
      return (ParamConverter<T>)
          new Strict<>(name(annotations), "a whole number of 0 or more", Parameters::whole);
    }
    return null;
  }

  private static Optional<Long> whole(String value) {
    return Optional.of(value).filter(v -> WHOLE.matcher(v).matches()).map(Long::valueOf);
  }

  private static String name(Annotation[] annotations) {
    return Arrays.stream(annotations).flatMap(Parameters::nameOf).findFirst().orElse("");
  }

  private static Stream<String> nameOf(Annotation annotation) {
    if (annotation instanceof QueryParam query) {
      return Stream.of(query.value());
    }
    return annotation instanceof PathParam path ? Stream.of(path.value()) : Stream.empty();
  }

  private record Strict<T>(String name, String what, Function<String, Optional<T>> reader)
      implements ParamConverter<T> {

    @Override
    public T fromString(String value) {
      if (value == null || value.isEmpty()) {
        return null;
      }
      return reader.apply(value).orElseThrow(this::refused);
    }

    private WebApplicationException refused() {
      Refusal refusal = Refusal.invalidValue(name, name + " must be " + what + ".");
      return new WebApplicationException(refusal, Failure.answer(refusal));
    }

    @Override
    public String toString(T value) {
      return value.toString();
    }
  }
}
