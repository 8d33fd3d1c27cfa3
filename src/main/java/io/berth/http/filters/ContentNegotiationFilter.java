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
 * Sends errors as {@link ProblemDetails} to clients that ask for them. A client that accepts only
 * that type gets successes as JSON, because 406 would be an error itself. JAX-RS ignores a weight
 * of 0 (RFC 9110, 12.4.2): types that the client excludes are removed from the header before JAX-RS
 * selects a method, so that such a request is refused with 406 and has no effect.
 */
@Provider
@PreMatching
@Priority(Priorities.HEADER_DECORATOR)
public class ContentNegotiationFilter implements ContainerRequestFilter, ContainerResponseFilter {
  private static final MediaType PROBLEM = new MediaType("application", "problem+json");
  private static final String JSON = MediaType.APPLICATION_JSON;
  private static final String JSON_LAST = JSON + ";q=0.001";
  private static final String ACCEPTED = ContentNegotiationFilter.class.getName();

  /**
   * The media types that resource methods declare; a method that declares any type sends what is
   * accepted.
   */
  public static final List<String> PRODUCED = List.of(JSON, MediaType.TEXT_HTML);

  @Override
  public void filter(ContainerRequestContext request) {
    AcceptHeader accepted = accepted(request);
    request.setProperty(ACCEPTED, accepted);
    if (accepted.excludesAny() && !request.getMethod().equals(HttpMethod.OPTIONS)) {
      request.getHeaders().putSingle(HttpHeaders.ACCEPT, removeExcluded(accepted));
    }
    if (accepted.names(JsonProvider.PROBLEM_JSON)
        && accepted.weight(JSON) == 0
        && !accepted.excludes(JSON)) {
      request.getHeaders().add(HttpHeaders.ACCEPT, JSON_LAST);
    }
  }

  /**
   * The produced types with a weight above 0, and a type that no method produces: an empty header
   * would accept everything.
   */
  private static String removeExcluded(AcceptHeader accepted) {
    Stream<String> acceptable =
        PRODUCED.stream()
            .filter(type -> accepted.weight(type) > 0)
            .map(type -> type + ";q=" + accepted.weight(type));
    return Stream.concat(acceptable, Stream.of(JsonProvider.PROBLEM_JSON))
        .collect(Collectors.joining(","));
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    Object vary = request.getProperty(CorsFilter.VARIES);
    if (vary != null) {
      // Set again here: JAX-RS replaces the header that the servlet filter set.
      response.getHeaders().add(HttpHeaders.VARY, vary);
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

  /** The header as the client sent it; a request refused before this filter has no attribute. */
  private static AcceptHeader accepted(ContainerRequestContext request) {
    if (request.getProperty(ACCEPTED) instanceof AcceptHeader original) {
      return original;
    }
    MultivaluedMap<String, String> headers = request.getHeaders();
    return AcceptHeader.of(headers.getOrDefault(HttpHeaders.ACCEPT, List.of()));
  }
}
