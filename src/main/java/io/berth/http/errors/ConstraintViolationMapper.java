package io.berth.http.errors;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.NamingBase;
import io.berth.refusals.Reason;
import io.berth.refusals.Refusal;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.hibernate.validator.engine.HibernateConstraintViolation;

/**
 * Maps all violations of a request to one refusal, in the order of the API contract: a missing
 * member, then an exceeded bound, then a business rule.
 */
@Provider
class ConstraintViolationMapper implements ExceptionMapper<ConstraintViolationException> {
  private static final NamingBase JSON_NAMES = (NamingBase) PropertyNamingStrategies.SNAKE_CASE;

  @Override
  public Response toResponse(ConstraintViolationException failure) {
    return ErrorEnvelope.response(refusalOf(failure));
  }

  static Refusal refusalOf(ConstraintViolationException failure) {
    List<ConstraintViolation<?>> violations =
        failure.getConstraintViolations().stream()
            .sorted(Comparator.comparing(ConstraintViolationMapper::path))
            .<ConstraintViolation<?>>map(v -> v)
            .toList();
    return missingMember(violations)
        .or(() -> exceededBounds(violations))
        .or(() -> violatedRule(violations))
        .orElseThrow();
  }

  private static Optional<Refusal> missingMember(List<ConstraintViolation<?>> violations) {
    return violations.stream()
        .filter(v -> v.getConstraintDescriptor().getAnnotation() instanceof NotNull)
        .map(ConstraintViolationMapper::path)
        .map(
            path ->
                new Refusal(
                    Reason.MISSING_FIELD,
                    subject(path) + " is required, but it is missing or null.",
                    "path",
                    path))
        .findFirst();
  }

  private static String subject(String path) {
    return path.isEmpty() ? "The body" : path;
  }

  private static Optional<Refusal> exceededBounds(List<ConstraintViolation<?>> violations) {
    List<Map<String, String>> exceeded =
        violations.stream()
            .filter(v -> payload(v) == null)
            .map(v -> Map.of("path", path(v), "message", v.getMessage()))
            .toList();
    if (exceeded.isEmpty()) {
      return Optional.empty();
    }
    String first = exceeded.get(0).get("path") + ": " + exceeded.get(0).get("message");
    return Optional.of(new Refusal(Reason.VALIDATION_FAILED, first, "violations", exceeded));
  }

  private static Optional<Refusal> violatedRule(List<ConstraintViolation<?>> violations) {
    return violations.stream().map(ConstraintViolationMapper::payload).findFirst();
  }

  private static Refusal payload(ConstraintViolation<?> violation) {
    HibernateConstraintViolation<?> detailed = violation.unwrap(HibernateConstraintViolation.class);
    return detailed.getDynamicPayload(Refusal.class);
  }

  /** The path of the member in the JSON body, without the Java method and parameter. */
  private static String path(ConstraintViolation<?> violation) {
    StringBuilder path = new StringBuilder();
    StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
        .skip(2)
        .forEach(node -> append(path, node));
    return path.toString();
  }

  private static void append(StringBuilder path, Path.Node node) {
    if (node.getIndex() != null) {
      path.append('[').append(node.getIndex()).append(']');
    }
    if (node.getName() != null && !node.getName().startsWith("<")) {
      path.append(path.isEmpty() ? "" : ".").append(JSON_NAMES.translate(node.getName()));
    }
  }
}
