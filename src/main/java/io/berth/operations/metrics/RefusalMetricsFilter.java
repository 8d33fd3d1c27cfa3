package io.berth.operations.metrics;

import io.berth.http.errors.ErrorEnvelope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** Counts the failures that Berth itself answers. */
@Provider
@ApplicationScoped
public class RefusalMetricsFilter implements ContainerResponseFilter {
  @Inject private Metrics meters;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getEntity() instanceof ErrorEnvelope failure) {
      meters.refusal(failure.code());
    }
  }
}
