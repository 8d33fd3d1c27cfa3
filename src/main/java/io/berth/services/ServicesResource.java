package io.berth.services;

import io.berth.accounts.access.Operation;
import io.berth.accounts.access.RequiresLevel;
import io.berth.http.lists.Csv;
import io.berth.http.lists.Envelope;
import io.berth.http.lists.Envelope.BulkDeletion;
import io.berth.persistence.errors.RetryableFailure;
import io.berth.persistence.failures.TranslateCommitFailures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.Retry;

/** {@code /api/v1/services}. */
@Path("v1/services")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Retry(retryOn = RetryableFailure.class)
@TranslateCommitFailures
public class ServicesResource {
  @Inject private Services services;

  /** Lists a page of the services, or all. */
  @GET
  @RequiresLevel(Operation.GET_ALL_SERVICES)
  public Envelope<Iterable<ServiceView>> list(@BeanParam ServiceFilter filter) {
    return Envelope.list(services, filter);
  }

  /** Exports the services as a CSV file, whatever the Accept header says. */
  @GET
  @Path("export/csv")
  @Produces(MediaType.WILDCARD)
  @RequiresLevel(Operation.EXPORT_SERVICES_CSV)
  public Response export(@BeanParam ServiceFilter filter) {
    return Csv.of("Services", ServiceCsvRow.class, services.findAll(filter), services::getRows);
  }

  /** Creates a service with its bindings. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresLevel(Operation.CREATE_SERVICE)
  public Envelope<ServiceView> create(NewService wanted) {
    return Envelope.of(services.create(wanted));
  }

  /** Returns a service. */
  @GET
  @Path("{id}")
  @RequiresLevel(Operation.GET_SERVICE_BY_ID)
  public Envelope<ServiceView> get(@PathParam("id") UUID id) {
    return Envelope.of(services.get(id));
  }

  /** Replaces a service; its id is the one in the path. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Path("{id}")
  @RequiresLevel(Operation.UPDATE_SERVICE)
  public Envelope<ServiceView> replace(@PathParam("id") UUID id, @NotNull ServiceChange wanted) {
    return Envelope.of(services.replace(wanted.withId(id)));
  }

  /** Deletes a service. */
  @DELETE
  @Path("{id}")
  @RequiresLevel(Operation.DELETE_SERVICE)
  public Envelope<Void> delete(@PathParam("id") UUID id) {
    services.delete(id);
    return Envelope.empty();
  }

  /** Deletes services; ignores ids that are unknown or that the caller may not see. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Path("bulk-delete")
  @RequiresLevel(Operation.BULK_DELETE_SERVICES)
  public Envelope<BulkDeletion> deleteAll(List<UUID> ids) {
    return Envelope.deleted(services.deleteAll(ids), ids);
  }
}
