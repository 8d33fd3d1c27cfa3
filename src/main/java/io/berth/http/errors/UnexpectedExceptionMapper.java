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
 * Maps all other exceptions: it looks for a refusal among the causes that the container wrapped. An
 * unknown exception is logged with an incident id; the response contains only that id.
 */
@Provider
class UnexpectedExceptionMapper implements ExceptionMapper<Throwable> {
  private static final Logger LOG = Logger.getLogger(UnexpectedExceptionMapper.class.getName());

  private static final String RESPONSE = UnexpectedExceptionMapper.class.getName();

  @Context private HttpServletRequest request;

  /**
   * Called twice for an exception of an EJB: by the mapper of {@code EJBException}, then by JAX-RS.
   */
  @Override
  public Response toResponse(Throwable failure) {
    if (request.getAttribute(RESPONSE) instanceof Response response) {
      return response;
    }
    Response response = response(failure);
    request.setAttribute(RESPONSE, response);
    return response;
  }

  private Response response(Throwable failure) {
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
