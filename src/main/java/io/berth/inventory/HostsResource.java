package io.berth.inventory;

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

/** {@code /api/v1/hosts}. */
@Path("v1/hosts")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Retry(retryOn = RetryableFailure.class)
@TranslateCommitFailures
public class HostsResource {
  /** A host may have a thousand things on it. */
  private static final int AT_A_TIME = 25;

  @Inject private Hosts inventory;

  /** A page of them, or all. */
  @GET
  @RequiresLevel(Operation.GET_ALL_HOSTS)
  public Envelope<Iterable<HostView>> list(@BeanParam HostFilter filter) {
    return Envelope.list(inventory, filter, AT_A_TIME);
  }

  /** All as a file, whatever form of answer is asked for. */
  @GET
  @Path("export/csv")
  @Produces(MediaType.WILDCARD)
  @RequiresLevel(Operation.EXPORT_HOSTS_CSV)
  public Response export(@BeanParam HostFilter filter) {
    return Csv.of("Hosts", HostCsvRow.class, inventory.findAll(filter), inventory::getRows);
  }

  /** Makes one. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresLevel(Operation.CREATE_HOST)
  public Envelope<HostView> create(NewHost wanted) {
    return Envelope.of(inventory.create(wanted));
  }

  /** One by its id. */
  @GET
  @Path("{id}")
  @RequiresLevel(Operation.GET_HOST_BY_ID)
  public Envelope<HostView> get(@PathParam("id") UUID id) {
    return Envelope.of(inventory.get(id));
  }

  /** Replaces one; the path's id counts. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Path("{id}")
  @RequiresLevel(Operation.UPDATE_HOST)
  public Envelope<HostView> replace(@PathParam("id") UUID id, @NotNull HostChange wanted) {
    return Envelope.of(inventory.replace(wanted.withId(id)));
  }

  /** Brings to one what stands on the other, which goes; a body is ignored. */
  @PUT
  @Path("{destination_host}/consolidate/{other_host}")
  @RequiresLevel(Operation.CONSOLIDATE_HOSTS)
  public Envelope<HostView> consolidate(
      @PathParam("destination_host") UUID destination, @PathParam("other_host") UUID other) {
    return Envelope.of(inventory.consolidate(new HostMerge(destination, other)));
  }

  /** Deletes one. */
  @DELETE
  @Path("{id}")
  @RequiresLevel(Operation.DELETE_HOST)
  public Envelope<Void> delete(@PathParam("id") UUID id) {
    inventory.delete(id);
    return Envelope.empty();
  }

  /** Deletes many; ids that are unknown or not to be seen are passed over. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Path("bulk-delete")
  @RequiresLevel(Operation.BULK_DELETE_HOSTS)
  public Envelope<BulkDeletion> deleteAll(List<UUID> ids) {
    return Envelope.deleted(inventory.deleteAll(ids), ids);
  }
}
