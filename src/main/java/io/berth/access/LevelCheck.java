package io.berth.access;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/** Holds every operation to the level that it {@link Needs}. */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHORIZATION)
public class LevelCheck implements ContainerRequestFilter {
  @Inject private Caller caller;
  @Context private ResourceInfo operation;

  @Override
  public void filter(ContainerRequestContext request) {
    Needs needs = operation.getResourceMethod().getAnnotation(Needs.class);
    if (needs != null) {
      needs.value().level().ifPresent(caller::mustHave);
    }
  }
}
