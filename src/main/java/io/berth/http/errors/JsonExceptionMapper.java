package io.berth.http.errors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.berth.http.json.ExpectedType;
import io.berth.http.json.LaterApiNames;
import io.berth.http.json.MalformedJson;
import io.berth.http.json.UnknownPropertyHandler;
import io.berth.refusals.Reason;
import io.berth.refusals.Refusal;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Maps a malformed body, or a member of the wrong type, to a refusal with its position or path. */
@Provider
public class JsonExceptionMapper implements ExceptionMapper<JsonProcessingException> {
  private static final Pattern DUPLICATE_MEMBER =
      Pattern.compile("Duplicate field ('.{1,100}?')", Pattern.DOTALL);

  @Override
  public Response toResponse(JsonProcessingException failure) {
    return ErrorEnvelope.response(refusalOf(failure));
  }

  public static Refusal refusalOf(JsonProcessingException failure) {
    if (failure.getCause() instanceof Refusal refusal) {
      return refusal; // thrown while the body was read: too large, too slow, or not UTF-8
    }
    if (failure instanceof InvalidTypeIdException type) {
      return invalidType(type, path(type.getPath()) + (type.getPath().isEmpty() ? "" : "."));
    }
    if (failure instanceof UnknownPropertyHandler.LaterName later) {
      return later.refusal(path(later.getPath()));
    }
    if (failure instanceof InvalidFormatException text && text.getTargetType() == String.class) {
      return invalidValue(text.getPath(), "must not contain U+0000 or an unpaired surrogate");
    }
    if (failure instanceof MismatchedInputException value) {
      return invalidValue(value.getPath(), "must be " + ExpectedType.as(value.getTargetType()));
    }
    if (failure instanceof JsonMappingException value
        && failure.getCause() instanceof InputCoercionException number) {
      return invalidValue(value.getPath(), "must be " + ExpectedType.as(number.getTargetType()));
    }
    return failure.getLocation() == null
        ? MalformedJson.of(diagnosis(failure))
        : MalformedJson.at(failure.getLocation(), diagnosis(failure));
  }

  /** The messages of the parser name its classes and settings, so they are not sent. */
  private static String diagnosis(JsonProcessingException failure) {
    Matcher duplicate = DUPLICATE_MEMBER.matcher(String.valueOf(failure.getOriginalMessage()));
    if (duplicate.lookingAt()) {
      return "The member " + duplicate.group(1) + " occurs twice";
    }
    if (failure instanceof StreamConstraintsException) {
      return "The JSON is nested too deeply, or contains a name, string or number that is too long";
    }
    return failure instanceof JsonEOFException
        ? "The JSON document is incomplete"
        : "The body is not well-formed JSON";
  }

  private static Refusal invalidValue(List<Reference> references, String why) {
    String path = path(references);
    return Refusal.invalidValue(path, (path.isEmpty() ? "The body" : path) + " " + why + ".");
  }

  private static Refusal invalidType(InvalidTypeIdException failure, String prefix) {
    String path = prefix + "type";
    Class<?> base = failure.getBaseType().getRawClass();
    LaterApiNames.Kind later = base.getAnnotation(LaterApiNames.Kind.class);
    if (later != null && later.sent().equals(failure.getTypeId())) {
      return Refusal.invalidValue(
          path,
          "\"%s\" as %s belongs to a later version of the API. Send \"%s\" instead."
              .formatted(later.sent(), path, later.wanted()));
    }
    String kinds = ExpectedType.kindsOf(base);
    return failure.getTypeId() == null
        ? new Refusal(
            Reason.MISSING_FIELD, path + " is missing. It must be " + kinds + ".", "path", path)
        : Refusal.invalidValue(path, path + " must be " + kinds + ".");
  }

  private static String path(List<Reference> references) {
    StringBuilder path = new StringBuilder();
    for (Reference reference : references) {
      if (reference.getFieldName() == null) {
        path.append('[').append(reference.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
      }
    }
    return path.toString();
  }
}
