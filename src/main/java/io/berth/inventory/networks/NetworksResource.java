package io.berth.inventory.networks;

import io.berth.accounts.access.Operation;
import io.berth.accounts.access.RequiresLevel;
import io.berth.http.lists.Csv;
import io.berth.http.lists.Envelope;
import io.berth.http.lists.Envelope.BulkDeletion;
import io.berth.http.lists.PageParameters;
import io.berth.persistence.errors.RetryableFailure;
import io.berth.persistence.failures.TranslateCommitFailures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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

/** {@code /api/v1/networks}. */
@Path("v1/networks")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Retry(retryOn = RetryableFailure.class)
@TranslateCommitFailures
public class NetworksResource {
  @Inject private Networks networks;

  /** Returns one page, or the whole list if {@code limit} is 0. */
  @GET
  @RequiresLevel(Operation.LIST_NETWORKS)
  public Envelope<Iterable<NetworkView>> list(@BeanParam PageParameters request) {
    return Envelope.list(networks, request);
  }

  /** Returns the whole list as CSV, whatever the Accept header says. */
  @GET
  @Path("export/csv")
  @Produces(MediaType.WILDCARD)
  @RequiresLevel(Operation.EXPORT_NETWORKS_CSV)
  public Response export(@BeanParam PageParameters request) {
    return Csv.of("Networks", NetworkCsvRow.class, networks.findAll(request), networks::getRows);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresLevel(Operation.CREATE_NETWORK)
  public Envelope<NetworkView> create(NewNetwork wanted) {
    return Envelope.of(networks.create(wanted));
  }

  @GET
  @Path("{id}")
  @RequiresLevel(Operation.GET_NETWORK_BY_ID)
  public Envelope<NetworkView> get(@PathParam("id") UUID id) {
    return Envelope.of(networks.get(id));
  }

  /** Replaces a network; ignores an {@code id} in the body. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Path("{id}")
  @RequiresLevel(Operation.UPDATE_NETWORK)
  public Envelope<NetworkView> replace(@PathParam("id") UUID id, NewNetwork wanted) {
    return Envelope.of(networks.replace(id, wanted));
  }

  @DELETE
  @Path("{id}")
  @RequiresLevel(Operation.DELETE_NETWORK)
  public Envelope<Void> delete(@PathParam("id") UUID id) {
    networks.delete(id);
    return Envelope.empty();
  }

  /** Deletes many; skips ids that are unknown or not visible to the caller. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Path("bulk-delete")
  @RequiresLevel(Operation.BULK_DELETE_NETWORKS)
  public Envelope<BulkDeletion> deleteAll(List<UUID> ids) {
    return Envelope.deleted(networks.deleteAll(ids), ids);
  }
}
