package io.berth.http.filters;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.regex.Pattern;

/** Maps the paths of some resources without the version to {@code /api/v1}. */
@Provider
@PreMatching
@Priority(0)
public class UnversionedPathFilter implements ContainerRequestFilter {
  private static final Pattern UNVERSIONED = Pattern.compile("(services|hosts|subnets)(/.*)?");

  @Override
  public void filter(ContainerRequestContext request) {
    String path = request.getUriInfo().getPath();
    if (UNVERSIONED.matcher(path).matches()) {
      URI versioned =
          request.getUriInfo().getRequestUriBuilder().replacePath("api/v1/" + path).build();
      request.setRequestUri(request.getUriInfo().getBaseUri(), versioned);
    }
  }
}
