package io.berth.accounts.apikeys;

import io.berth.accounts.access.Caller;
import io.berth.accounts.access.RateLimit;
import io.berth.persistence.errors.RetryableFailure;
import io.berth.persistence.failures.DatabaseAvailability;
import io.berth.refusals.Reason;
import io.berth.refusals.Refusal;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Bearer authentication (RFC 6750): sets the {@link Caller} from the key of the request before the
 * rest of the request is read. A few paths need no key.
 */
@Provider
@PreMatching
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION)
public class BearerAuthentication implements ContainerRequestFilter {
  private static final String SCHEME = "Bearer ";

  /**
   * Paths without a rate limit: the health check, and the assets of the docs page, which counts
   * itself.
   */
  private static final Pattern UNLIMITED = Pattern.compile("health|docs/.*");

  private static final Pattern PUBLIC =
      Pattern.compile("version|config|problems(/.*)?|openapi\\.json|docs");

  @Inject private Authentication authentication;
  @Inject private Caller caller;
  @Inject private RateLimit rateLimit;
  @Inject private DatabaseAvailability availability;
  @Context private HttpServletRequest servletRequest;

  @Override
  public void filter(ContainerRequestContext request) {
    String path = request.getUriInfo().getPath();
    if (isPublic(request.getMethod(), path)) {
      rateLimit.countAnonymous(request, servletRequest.getRemoteAddr());
    } else if (!UNLIMITED.matcher(path).matches()) {
      AuthenticatedKey key = requireKey(request);
      rateLimit.count(request, key.identity().userId());
      key.refusal().ifPresent(BearerAuthentication::refuse);
      caller.authenticate(key.identity());
    }
  }

  /** Whether the request needs no key: OPTIONS and error codes are public. */
  private static boolean isPublic(String method, String path) {
    return PUBLIC.matcher(path).matches() || method.equals(HttpMethod.OPTIONS);
  }

  private static void refuse(Refusal refusal) {
    throw refusal;
  }

  private AuthenticatedKey requireKey(ContainerRequestContext request) {
    String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    boolean isBearer = header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    return Optional.ofNullable(isBearer ? header.substring(SCHEME.length()).strip() : null)
        .flatMap(this::findWithRetry)
        .orElseThrow(() -> notAuthenticated(request));
  }

  /** Retries once if the connection was lost, which is safe because nothing is written here. */
  private Optional<AuthenticatedKey> findWithRetry(String secret) {
    availability.require();
    try {
      return authentication.find(secret);
    } catch (RetryableFailure connectionLost) {
      return authentication.find(secret);
    }
  }

  private Refusal notAuthenticated(ContainerRequestContext request) {
    rateLimit.countAnonymous(request, servletRequest.getRemoteAddr());
    return new Refusal(
        Reason.NOT_AUTHENTICATED,
        "This operation needs a valid API key. Send the header Authorization: Bearer scp_u_…");
  }
}
