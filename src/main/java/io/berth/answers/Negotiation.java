package io.berth.answers;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Locale;

/**
 * Answers failures as {@link Problem} to those who want that. Who names that type alone gets
 * successes as JSON all the same: there is no problem then, and 406 would make one.
 */
@Provider
@PreMatching
@Priority(Priorities.HEADER_DECORATOR)
class Negotiation implements ContainerRequestFilter, ContainerResponseFilter {
  private static final MediaType PROBLEM = MediaType.valueOf(Problem.MEDIA_TYPE);
  private static final String JSON_AT_LAST = MediaType.APPLICATION_JSON + ";q=0.001";

  @Override
  public void filter(ContainerRequestContext request) {
    String accept = request.getHeaderString(HttpHeaders.ACCEPT);
    if (accept == null || !accept.toLowerCase(Locale.ROOT).contains(Problem.MEDIA_TYPE)) {
      return;
    }
    Accepted accepted = accepted(request);
    if (accepted.names(Problem.MEDIA_TYPE) && accepted.weight(MediaType.APPLICATION_JSON) == 0) {
      request.getHeaders().add(HttpHeaders.ACCEPT, JSON_AT_LAST);
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    Object varies = request.getProperty(CrossOrigin.VARIES);
    if (varies != null) {
      // Said again: what a filter said would be replaced by what JAX-RS says.
      response.getHeaders().add(HttpHeaders.VARY, varies);
    }
    if (response.getEntity() instanceof Failure failure) {
      response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
      if (Problem.isWanted(accepted(request))) {
        String id = String.valueOf(request.getProperty(RequestIds.NAME));
        response.setEntity(
            Problem.of(failure, response.getStatus(), id), new Annotation[0], PROBLEM);
      }
    }
  }

  private static Accepted accepted(ContainerRequestContext request) {
    MultivaluedMap<String, String> headers = request.getHeaders();
    return Accepted.of(headers.getOrDefault(HttpHeaders.ACCEPT, List.of()));
  }
}
