package io.berth.hosts;

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

/** {@code /api/v1/interfaces}. */
@Path("v1/interfaces")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Retry(retryOn = RetryableFailure.class)
@TranslateCommitFailures
public class InterfacesResource {
  @Inject private Interfaces interfaces;

  /** Returns one page, or the whole list if {@code limit} is 0. */
  @GET
  @RequiresLevel(Operation.LIST_INTERFACES)
  public Envelope<Iterable<InterfaceView>> list(@BeanParam InterfaceFilter filter) {
    return Envelope.list(interfaces, filter);
  }

  /** Returns the whole list as CSV, whatever the Accept header says. */
  @GET
  @Path("export/csv")
  @Produces(MediaType.WILDCARD)
  @RequiresLevel(Operation.EXPORT_INTERFACES_CSV)
  public Response export(@BeanParam InterfaceFilter filter) {
    return Csv.of(
        "Interfaces", InterfaceCsvRow.class, interfaces.findAll(filter), interfaces::getRows);
  }

  /** Creates an interface. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresLevel(Operation.CREATE_INTERFACE)
  public Envelope<InterfaceView> create(NewInterface wanted) {
    return Envelope.of(interfaces.create(wanted));
  }

  /** Returns an interface. */
  @GET
  @Path("{id}")
  @RequiresLevel(Operation.GET_INTERFACE_BY_ID)
  public Envelope<InterfaceView> get(@PathParam("id") UUID id) {
    return Envelope.of(interfaces.get(id));
  }

  /** Replaces an interface; ignores an {@code id} in the body. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Path("{id}")
  @RequiresLevel(Operation.UPDATE_INTERFACE)
  public Envelope<InterfaceView> replace(@PathParam("id") UUID id, NewInterface wanted) {
    return Envelope.of(interfaces.replace(id, wanted));
  }

  /** Deletes an interface and its bindings. */
  @DELETE
  @Path("{id}")
  @RequiresLevel(Operation.DELETE_INTERFACE)
  public Envelope<Void> delete(@PathParam("id") UUID id) {
    interfaces.delete(id);
    return Envelope.empty();
  }

  /** Deletes many; skips ids that are unknown or not visible to the caller. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Path("bulk-delete")
  @RequiresLevel(Operation.BULK_DELETE_INTERFACES)
  public Envelope<BulkDeletion> deleteAll(List<UUID> ids) {
    return Envelope.deleted(interfaces.deleteAll(ids), ids);
  }
}
