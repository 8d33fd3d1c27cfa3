package io.berth.http.filters;

import io.berth.http.errors.AcceptHeader;
import io.berth.http.errors.ErrorEnvelope;
import io.berth.http.errors.ProblemDetails;
import io.berth.http.errors.RequestId;
import io.berth.http.json.JsonProvider;
import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Answers failures as {@link ProblemDetails} to those who want that. Who names that type alone gets
 * successes as JSON all the same: there is no problem then, and 406 would make one. JAX-RS knows no
 * weight of 0 (RFC 9110, 12.4.2): what a client excludes by it is taken out of the header before
 * JAX-RS looks for a method, so that a request whose answer is excluded is refused with 406 and
 * does nothing.
 */
@Provider
@PreMatching
@Priority(Priorities.HEADER_DECORATOR)
public class ContentNegotiationFilter implements ContainerRequestFilter, ContainerResponseFilter {
  private static final MediaType PROBLEM = new MediaType("application", "problem+json");
  private static final String JSON = MediaType.APPLICATION_JSON;
  private static final String JSON_AT_LAST = JSON + ";q=0.001";
  private static final String ACCEPTED = ContentNegotiationFilter.class.getName();

  /** What resources say that they produce; those that say any type answer whatever is accepted. */
  public static final List<String> PRODUCED = List.of(JSON, MediaType.TEXT_HTML);

  @Override
  public void filter(ContainerRequestContext request) {
    AcceptHeader accepted = accepted(request);
    request.setProperty(ACCEPTED, accepted);
    if (accepted.excludesAny() && !request.getMethod().equals(HttpMethod.OPTIONS)) {
      request.getHeaders().putSingle(HttpHeaders.ACCEPT, withoutExcluded(accepted));
    }
    if (accepted.names(JsonProvider.PROBLEM_JSON)
        && accepted.weight(JSON) == 0
        && !accepted.excludes(JSON)) {
      request.getHeaders().add(HttpHeaders.ACCEPT, JSON_AT_LAST);
    }
  }

  /** The produced types that are welcome, and one that no method produces: never nothing. */
  private static String withoutExcluded(AcceptHeader accepted) {
    Stream<String> welcome =
        PRODUCED.stream()
            .filter(type -> accepted.weight(type) > 0)
            .map(type -> type + ";q=" + accepted.weight(type));
    return Stream.concat(welcome, Stream.of(JsonProvider.PROBLEM_JSON))
        .collect(Collectors.joining(","));
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    Object varies = request.getProperty(CorsFilter.VARIES);
    if (varies != null) {
      // Said again: what a filter said would be replaced by what JAX-RS says.
      response.getHeaders().add(HttpHeaders.VARY, varies);
    }
    if (response.getEntity() instanceof ErrorEnvelope failure) {
      response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
      if (ProblemDetails.isWanted(accepted(request))) {
        String id = String.valueOf(request.getProperty(RequestId.NAME));
        response.setEntity(
            ProblemDetails.of(failure, response.getStatus(), id), new Annotation[0], PROBLEM);
      }
    }
  }

  /** As the client has sent it; a request that is refused before has not been here. */
  private static AcceptHeader accepted(ContainerRequestContext request) {
    if (request.getProperty(ACCEPTED) instanceof AcceptHeader known) {
      return known;
    }
    MultivaluedMap<String, String> headers = request.getHeaders();
    return AcceptHeader.of(headers.getOrDefault(HttpHeaders.ACCEPT, List.of()));
  }
}
