package io.berth.answers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.berth.problems.Reason;
import io.berth.problems.Refusal;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** A body that is no JSON, or whose members are not what they should be, and where. */
@Provider
class UnreadableAnswer implements ExceptionMapper<JsonProcessingException> {

  @Override
  public Response toResponse(JsonProcessingException failure) {
    return Failure.answer(
        failure.getCause() instanceof Refusal tooLarge ? tooLarge : refusalOf(failure));
  }

  private static Refusal refusalOf(JsonProcessingException failure) {
    if (failure instanceof InvalidTypeIdException type) {
      return withoutType(type, path(type.getPath()) + (type.getPath().isEmpty() ? "" : "."));
    }
    if (failure instanceof JsonMappingException shape && isUnfit(shape)) {
      String path = path(shape.getPath());
      return Refusal.invalidValue(
          path, (path.isEmpty() ? "The body" : path) + " is not what it should be.");
    }
    return new Refusal(Reason.MALFORMED_JSON, "The body is not well-formed JSON.");
  }

  /** Whether it is JSON, but not what is asked for: another shape, or a number out of range. */
  private static boolean isUnfit(JsonMappingException failure) {
    return failure instanceof MismatchedInputException
        || failure.getCause() instanceof InputCoercionException;
  }

  private static Refusal withoutType(InvalidTypeIdException failure, String prefix) {
    String path = prefix + "type";
    return failure.getTypeId() == null
        ? new Refusal(Reason.MISSING_FIELD, path + " is missing.", "path", path)
        : Refusal.invalidValue(path, path + " is none of the known types.");
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
