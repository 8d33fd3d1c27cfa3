package io.berth.accounts.organizations;

import io.berth.accounts.access.Operation;
import io.berth.accounts.access.RequiresLevel;
import io.berth.http.lists.Envelope;
import io.berth.persistence.errors.RetryableFailure;
import io.berth.persistence.failures.TranslateCommitFailures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.Retry;

/** {@code /api/v1/organizations}. */
@Path("v1/organizations")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Retry(retryOn = RetryableFailure.class)
@TranslateCommitFailures
public class OrganizationsResource {
  @Inject private Organizations organizations;

  @GET
  @RequiresLevel(Operation.GET_ORGANIZATION)
  public Envelope<OrganizationView> get() {
    return Envelope.of(organizations.getOwn());
  }

  /** Renames the caller's organization; the id of another one is refused with 404. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Path("{id}")
  @RequiresLevel(Operation.UPDATE_ORG_NAME)
  public Envelope<OrganizationView> rename(@PathParam("id") UUID id, OrganizationChange wanted) {
    return Envelope.of(organizations.rename(id, wanted));
  }
}
