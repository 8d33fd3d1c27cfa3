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

  /** A page of them, or all. */
  @GET
  @RequiresLevel(Operation.LIST_SUBNETS)
  public Envelope<Iterable<SubnetView>> list(@BeanParam SubnetFilter filter) {
    return Envelope.list(subnets, filter);
  }

  /** All as a file, whatever form of answer is asked for. */
  @GET
  @Path("export/csv")
  @Produces(MediaType.WILDCARD)
  @RequiresLevel(Operation.EXPORT_SUBNETS_CSV)
  public Response export(@BeanParam SubnetFilter filter) {
    return Csv.of("Subnets", SubnetCsvRow.class, subnets.findAll(filter), subnets::getRows);
  }

  /** Makes one. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresLevel(Operation.CREATE_SUBNET)
  public Envelope<SubnetView> create(NewSubnet wanted) {
    return Envelope.of(subnets.create(wanted));
  }

  /** One by its id. */
  @GET
  @Path("{id}")
  @RequiresLevel(Operation.GET_SUBNET_BY_ID)
  public Envelope<SubnetView> get(@PathParam("id") UUID id) {
    return Envelope.of(subnets.get(id));
  }

  /** Replaces one; the path's id counts. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Path("{id}")
  @RequiresLevel(Operation.UPDATE_SUBNET)
  public Envelope<SubnetView> replace(@PathParam("id") UUID id, NewSubnet wanted) {
    return Envelope.of(subnets.replace(id, wanted));
  }

  /** Deletes one. */
  @DELETE
  @Path("{id}")
  @RequiresLevel(Operation.DELETE_SUBNET)
  public Envelope<Void> delete(@PathParam("id") UUID id) {
    subnets.delete(id);
    return Envelope.empty();
  }

  /** Deletes many; ids that are unknown or not to be seen are passed over. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Path("bulk-delete")
  @RequiresLevel(Operation.BULK_DELETE_SUBNETS)
  public Envelope<BulkDeletion> deleteAll(List<UUID> ids) {
    return Envelope.deleted(subnets.deleteAll(ids), ids);
  }
}
