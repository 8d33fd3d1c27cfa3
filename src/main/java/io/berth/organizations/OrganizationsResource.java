package io.berth.organizations;

import io.berth.access.Needs;
import io.berth.access.Operation;
import io.berth.answers.Envelope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code /api/v1/organizations}. */
@Path("v1/organizations")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class OrganizationsResource {
  @Inject private Organizations organizations;

  /** The caller's organization. */
  @GET
  @Needs(Operation.GET_ORGANIZATION)
  public Envelope<OrganizationView> get() {
    return Envelope.of(organizations.own());
  }
}
