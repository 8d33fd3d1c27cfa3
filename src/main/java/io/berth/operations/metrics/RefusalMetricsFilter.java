package io.berth.operations.metrics;

import io.berth.http.errors.ErrorEnvelope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** Counts the error responses of JAX-RS by their code. */
@Provider
@ApplicationScoped
public class RefusalMetricsFilter implements ContainerResponseFilter {
  @Inject private Metrics metrics;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getEntity() instanceof ErrorEnvelope failure) {
      metrics.countRefusal(failure.code());
    }
  }
}
