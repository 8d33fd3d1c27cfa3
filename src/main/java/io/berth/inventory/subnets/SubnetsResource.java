package io.berth.inventory.subnets;

import io.berth.accounts.access.Operation;
import io.berth.accounts.access.RequiresLevel;
import io.berth.http.lists.Csv;
import io.berth.http.lists.Envelope;
import io.berth.http.lists.Envelope.BulkDeletion;
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

/** {@code /api/v1/subnets}. */
@Path("v1/subnets")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Retry(retryOn = RetryableFailure.class)
@TranslateCommitFailures
public class SubnetsResource {
  @Inject private Subnets subnets;

  /** Returns one page, or the whole list if {@code limit} is 0. */
  @GET
  @RequiresLevel(Operation.LIST_SUBNETS)
  public Envelope<Iterable<SubnetView>> list(@BeanParam SubnetFilter filter) {
    return Envelope.list(subnets, filter);
  }

  /** Returns the whole list as CSV, whatever the Accept header says. */
  @GET
  @Path("export/csv")
  @Produces(MediaType.WILDCARD)
  @RequiresLevel(Operation.EXPORT_SUBNETS_CSV)
  public Response export(@BeanParam SubnetFilter filter) {
    return Csv.of("Subnets", SubnetCsvRow.class, subnets.findAll(filter), subnets::getRows);
  }

  /** Creates a subnet, or returns the existing one if the network already has this block. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresLevel(Operation.CREATE_SUBNET)
  public Envelope<SubnetView> create(NewSubnet wanted) {
    return Envelope.of(subnets.create(wanted));
  }

  @GET
  @Path("{id}")
  @RequiresLevel(Operation.GET_SUBNET_BY_ID)
  public Envelope<SubnetView> get(@PathParam("id") UUID id) {
    return Envelope.of(subnets.get(id));
  }

  /** Replaces a subnet; ignores an {@code id} in the body. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Path("{id}")
  @RequiresLevel(Operation.UPDATE_SUBNET)
  public Envelope<SubnetView> replace(@PathParam("id") UUID id, NewSubnet wanted) {
    return Envelope.of(subnets.replace(id, wanted));
  }

  @DELETE
  @Path("{id}")
  @RequiresLevel(Operation.DELETE_SUBNET)
  public Envelope<Void> delete(@PathParam("id") UUID id) {
    subnets.delete(id);
    return Envelope.empty();
  }

  /** Deletes many; skips ids that are unknown or not visible to the caller. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Path("bulk-delete")
  @RequiresLevel(Operation.BULK_DELETE_SUBNETS)
  public Envelope<BulkDeletion> deleteAll(List<UUID> ids) {
    return Envelope.deleted(subnets.deleteAll(ids), ids);
  }
}
