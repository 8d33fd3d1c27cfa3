package io.berth.http.errors;

import io.berth.refusals.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Everything else. What the container has wrapped is unwrapped; what nobody foresaw is logged with
 * an incident id that the answer carries, and nothing of it is told.
 */
@Provider
class UnexpectedExceptionMapper implements ExceptionMapper<Throwable> {
  private static final Logger LOG = Logger.getLogger(UnexpectedExceptionMapper.class.getName());

  private static final String ANSWER = UnexpectedExceptionMapper.class.getName();

  @Context private HttpServletRequest request;

  /**
   * Called twice for what an EJB throws: by JAX-RS, and before by its mapper of such exceptions.
   */
  @Override
  public Response toResponse(Throwable failure) {
    if (request.getAttribute(ANSWER) instanceof Response answer) {
      return answer;
    }
    Response answer = answer(failure);
    request.setAttribute(ANSWER, answer);
    return answer;
  }

  private Response answer(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refusal refusal) {
        return ErrorEnvelope.response(refusal);
      }
      if (cause instanceof ConstraintViolationException violations) {
        return ErrorEnvelope.response(ConstraintViolationMapper.refusalOf(violations));
      }
    }
    return incident(failure);
  }

  private Response incident(Throwable failure) {
    String id = RequestId.of(request);
    String incident = UUID.randomUUID().toString();
    LOG.log(Level.SEVERE, failure, () -> "Incident " + incident + " in request " + id);
    return Response.serverError()
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(
            ErrorEnvelope.of(
                "internal_error",
                "Berth failed unexpectedly. The log has the details under incident "
                    + incident
                    + ".",
                Map.of("incident", incident)))
        .build();
  }
}
