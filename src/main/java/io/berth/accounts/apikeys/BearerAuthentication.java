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
 * Bearer authentication (RFC 6750): turns the key of a request into its {@link Caller}, before
 * anything else of the request is looked at, but for the few paths that are open to all.
 */
@Provider
@PreMatching
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION)
public class BearerAuthentication implements ContainerRequestFilter {
  private static final String SCHEME = "Bearer ";

  /** The health check, and the files of a page that itself is counted. */
  private static final Pattern UNLIMITED = Pattern.compile("health|docs/.*");

  private static final Pattern OPEN =
      Pattern.compile("version|config|problems(/.*)?|openapi\\.json|docs");

  @Inject private Authentication authentication;
  @Inject private Caller caller;
  @Inject private RateLimit limit;
  @Inject private DatabaseAvailability availability;
  @Context private HttpServletRequest connection;

  @Override
  public void filter(ContainerRequestContext request) {
    String path = request.getUriInfo().getPath();
    if (isOpen(request.getMethod(), path)) {
      limit.countAnonymous(request, connection.getRemoteAddr());
    } else if (!UNLIMITED.matcher(path).matches()) {
      AuthenticatedKey holder = identify(request);
      limit.count(request, holder.identity().userId());
      holder.refusal().ifPresent(BearerAuthentication::refuse);
      caller.authenticate(holder.identity());
    }
  }

  /** What a path takes, and what codes mean, is no secret. */
  private static boolean isOpen(String method, String path) {
    return OPEN.matcher(path).matches() || method.equals(HttpMethod.OPTIONS);
  }

  private static void refuse(Refusal refusal) {
    throw refusal;
  }

  private AuthenticatedKey identify(ContainerRequestContext request) {
    String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    boolean bearer = header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    return Optional.ofNullable(bearer ? header.substring(SCHEME.length()).strip() : null)
        .flatMap(this::find)
        .orElseThrow(() -> notAuthenticated(request));
  }

  /** Tried a second time if the connection was lost: nothing is written here. */
  private Optional<AuthenticatedKey> find(String secret) {
    availability.require();
    try {
      return authentication.find(secret);
    } catch (RetryableFailure lost) {
      return authentication.find(secret);
    }
  }

  private Refusal notAuthenticated(ContainerRequestContext request) {
    limit.countAnonymous(request, connection.getRemoteAddr());
    return new Refusal(
        Reason.NOT_AUTHENTICATED,
        "This operation needs a valid API key. Send the header Authorization: Bearer scp_u_…");
  }
}
