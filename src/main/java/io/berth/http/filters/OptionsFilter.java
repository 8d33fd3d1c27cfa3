package io.berth.http.filters;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A response to OPTIONS has only the header {@code Allow}; a path that allows GET also allows HEAD.
 */
@Provider
class OptionsFilter implements ContainerResponseFilter {

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    MultivaluedMap<String, Object> headers = response.getHeaders();
    String allowed = response.getHeaderString(HttpHeaders.ALLOW);
    if (allowed != null) {
      headers.putSingle(HttpHeaders.ALLOW, withHead(allowed));
    }
    if (request.getMethod().equals(HttpMethod.OPTIONS)
        && response.getStatus() == Status.OK.getStatusCode()) {
      response.setEntity(null);
      headers.remove(HttpHeaders.CONTENT_TYPE);
      response.setStatusInfo(Status.NO_CONTENT);
    }
  }

  /** JAX-RS separates the methods by a comma, with or without a space. */
  private static String withHead(String allowed) {
    Set<String> methods = new LinkedHashSet<>(List.of(allowed.split("\\s*,\\s*")));
    if (methods.contains(HttpMethod.GET)) {
      methods.add(HttpMethod.HEAD);
    }
    return String.join(", ", methods);
  }
}
