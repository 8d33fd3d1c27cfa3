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
  /** The number of hosts per chunk of a list: small, because a host can have a thousand rows. */
  private static final int AT_A_TIME = 25;

  @Inject private Hosts inventory;

  /** Returns one page, or the whole list if {@code limit} is 0. */
  @GET
  @RequiresLevel(Operation.GET_ALL_HOSTS)
  public Envelope<Iterable<HostView>> list(@BeanParam HostFilter filter) {
    return Envelope.list(inventory, filter, AT_A_TIME);
  }

  /** Returns the whole list as CSV, whatever the Accept header says. */
  @GET
  @Path("export/csv")
  @Produces(MediaType.WILDCARD)
  @RequiresLevel(Operation.EXPORT_HOSTS_CSV)
  public Response export(@BeanParam HostFilter filter) {
    return Csv.of("Hosts", HostCsvRow.class, inventory.findAll(filter), inventory::getRows);
  }

  /** Creates a host. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresLevel(Operation.CREATE_HOST)
  public Envelope<HostView> create(NewHost wanted) {
    return Envelope.of(inventory.create(wanted));
  }

  /** Returns a host. */
  @GET
  @Path("{id}")
  @RequiresLevel(Operation.GET_HOST_BY_ID)
  public Envelope<HostView> get(@PathParam("id") UUID id) {
    return Envelope.of(inventory.get(id));
  }

  /** Replaces a host; ignores an {@code id} in the body. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Path("{id}")
  @RequiresLevel(Operation.UPDATE_HOST)
  public Envelope<HostView> replace(@PathParam("id") UUID id, @NotNull HostChange wanted) {
    return Envelope.of(inventory.replace(wanted.withId(id)));
  }

  /** Moves the rows of the other host to the destination, and deletes the other; ignores a body. */
  @PUT
  @Path("{destination_host}/consolidate/{other_host}")
  @RequiresLevel(Operation.CONSOLIDATE_HOSTS)
  public Envelope<HostView> consolidate(
      @PathParam("destination_host") UUID destination, @PathParam("other_host") UUID other) {
    return Envelope.of(inventory.consolidate(new HostMerge(destination, other)));
  }

  /** Deletes a host and all its rows. */
  @DELETE
  @Path("{id}")
  @RequiresLevel(Operation.DELETE_HOST)
  public Envelope<Void> delete(@PathParam("id") UUID id) {
    inventory.delete(id);
    return Envelope.empty();
  }

  /** Deletes many; skips ids that are unknown or not visible to the caller. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Path("bulk-delete")
  @RequiresLevel(Operation.BULK_DELETE_HOSTS)
  public Envelope<BulkDeletion> deleteAll(List<UUID> ids) {
    return Envelope.deleted(inventory.deleteAll(ids), ids);
  }
}
