package io.berth.accounts.access;

import io.berth.refusals.Reason;
import io.berth.refusals.Refusal;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.logging.Logger;

/**
 * Holds every operation to the level that it {@link RequiresLevel}. A method that does not say
 * which operation it is lets nobody in, whatever their level: 403.
 */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHORIZATION)
public class AuthorizationFilter implements ContainerRequestFilter {
  private static final Logger LOG = Logger.getLogger(AuthorizationFilter.class.getName());

  @Inject private Caller caller;
  @Context private ResourceInfo operation;

  @Override
  public void filter(ContainerRequestContext request) {
    Method method = operation.getResourceMethod();
    if (!isOfPlatform(request.getMethod(), method)) {
      check(method);
    }
  }

  /** OPTIONS, where no method is written for it: JAX-RS names the methods of the path. */
  private static boolean isOfPlatform(String httpMethod, Method method) {
    return httpMethod.equals(HttpMethod.OPTIONS) && !method.isAnnotationPresent(OPTIONS.class);
  }

  void check(Method method) {
    RequiresLevel needs = method.getAnnotation(RequiresLevel.class);
    if (needs == null) {
      LOG.severe(() -> "Request refused: " + method + " has no @RequiresLevel annotation");
      throw new Refusal(Reason.PERMISSION_DENIED, "No API key allows this operation.");
    }
    needs.value().level().ifPresent(level -> caller.requireLevel(level));
  }
}
