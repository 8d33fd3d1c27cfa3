package io.berth.keys;

import io.berth.access.Caller;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/**
 * Bearer authentication (RFC 6750): turns the key of a request into its {@link Caller}, before
 * anything else of the request is looked at, but for the few paths that are open to all.
 */
@Provider
@PreMatching
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION)
public class BearerAuthentication implements ContainerRequestFilter {
  private static final String SCHEME = "Bearer ";
  private static final Set<String> OPEN = Set.of("version", "health");

  @Inject private Authentication authentication;
  @Inject private Caller caller;

  @Override
  public void filter(ContainerRequestContext request) {
    if (OPEN.contains(request.getUriInfo().getPath())) {
      return;
    }
    String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw Authentication.unknown();
    }
    caller.become(authentication.identify(header.substring(SCHEME.length()).strip()));
  }
}
