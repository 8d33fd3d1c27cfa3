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
 * Refuses callers below the level that {@link RequiresLevel} requires. A resource method without
 * this annotation is refused for every caller: 403.
 */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHORIZATION)
public class AuthorizationFilter implements ContainerRequestFilter {
  private static final Logger LOG = Logger.getLogger(AuthorizationFilter.class.getName());

  @Inject private Caller caller;
  @Context private ResourceInfo resourceInfo;

  @Override
  public void filter(ContainerRequestContext request) {
    Method method = resourceInfo.getResourceMethod();
    if (!isGeneratedOptions(request.getMethod(), method)) {
      check(method);
    }
  }

  /**
   * Whether JAX-RS itself generates the OPTIONS response, which only lists the methods of the path.
   */
  private static boolean isGeneratedOptions(String httpMethod, Method method) {
    return httpMethod.equals(HttpMethod.OPTIONS) && !method.isAnnotationPresent(OPTIONS.class);
  }

  void check(Method method) {
    RequiresLevel required = method.getAnnotation(RequiresLevel.class);
    if (required == null) {
      LOG.severe(() -> "Request refused: " + method + " has no @RequiresLevel annotation");
      throw new Refusal(Reason.PERMISSION_DENIED, "No API key allows this operation.");
    }
    required.value().level().ifPresent(level -> caller.requireLevel(level));
  }
}
